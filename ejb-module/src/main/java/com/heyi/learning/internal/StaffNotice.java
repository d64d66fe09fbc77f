package com.heyi.learning.internal;

import com.heyi.learning.LearningError;
import com.heyi.learning.NoticeKind;
import com.heyi.learning.NoticeView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Role;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What somebody of the staff, or all of a role, is told until it is seen. */
@Entity
@WithoutHistory("Only that and by whom it was seen is added, once")
@Table(schema = "learning", name = "notice")
public class StaffNotice {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "dedup_key", updatable = false)
  private String dedupKey;

  @Column(updatable = false)
  private String account;

  @Column(updatable = false)
  private String role;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private NoticeKind kind;

  @Column(updatable = false)
  private String args;

  @Column(updatable = false)
  private String subject;

  @Column(name = "told_at", updatable = false)
  private Instant toldAt;

  @Column(name = "seen_by")
  private String seenBy;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected StaffNotice() {}

  StaffNotice(
      String key,
      String account,
      Role role,
      NoticeKind kind,
      List<String> args,
      String subject,
      Instant now) {
    this.id = Ids.next();
    this.dedupKey = key;
    this.account = account;
    this.role = role == null ? null : role.key();
    this.kind = kind;
    this.args = Json.write(args);
    this.subject = subject;
    this.toldAt = now;
  }

  void see(String who, Instant now) {
    if (seenAt != null) {
      throw new HeyiException(LearningError.HANDLED_ALREADY);
    }
    seenBy = who;
    seenAt = now;
  }

  boolean isFor(String user, List<String> roles) {
    return user.equals(account) || role != null && roles.contains(role);
  }

  NoticeView view() {
    return new NoticeView(
        id, kind, List.of((String[]) Json.read(args, String[].class)), subject, toldAt);
  }
}
