package com.heyi.audit.internal;

import com.heyi.audit.AuditEntryView;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** One row of the trail. Written once; the database refuses everything else. */
@Entity
@Immutable
@Table(schema = "audit", name = "entry")
public class AuditEntry {
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_TARGET = 200;

  @Id private UUID id;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String who;
  private String roles;
  private String branch;
  private String address;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "request_id")
  private String requestId;

  private String module;
  private String action;
  private String target;
  private String reason;
  private boolean change;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "error_code")
  private String errorCode;

  protected AuditEntry() {}

  AuditEntry(AuditEvent event, Instant now) {
    Caller caller = event.caller();
    id = Ids.next();
    recordedAt = now;
    who = caller.user();
    roles = caller.roles().stream().map(Role::key).sorted().collect(Collectors.joining(","));
    branch = caller.branch();
    address = caller.address();
    channel = caller.channel();
    requestId = caller.requestId();
    module = event.module();
    action = event.action();
    target = cut(event.target(), LONGEST_TARGET);
    reason = cut(event.reason(), LONGEST_REASON);
    change = event.change();
    outcome = event.outcome();
    errorCode = event.errorCode();
  }

  /** The row as others may see it. */
  public AuditEntryView view() {
    return new AuditEntryView(
        id,
        recordedAt,
        who,
        roles,
        branch,
        address,
        channel,
        requestId,
        module,
        action,
        target,
        reason,
        change,
        outcome,
        errorCode);
  }

  /** Bounded, and without the one character that the database cannot store. */
  private static String cut(String text, int longest) {
    if (text == null) {
      return null;
    }
    String storable = text.replace("\0", "");
    return storable.length() <= longest ? storable : storable.substring(0, longest);
  }
}
