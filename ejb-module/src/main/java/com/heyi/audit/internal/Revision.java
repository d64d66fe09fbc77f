package com.heyi.audit.internal;

import com.heyi.audit.RecordVersion;
import com.heyi.audit.chain.Storable;
import com.heyi.audit.chain.TrailRow;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.history.Revisions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionListener;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

/**
 * One transaction that changed records with a history: who did it, by which request, by which
 * action and why. The number orders the versions of a record.
 */
@Entity
@Immutable
@RevisionEntity(Revision.Writer.class)
@Table(schema = "audit", name = "revision")
public class Revision implements Revisions.Numbered {
  private static final int LONGEST_REASON = 2000;

  @Id
  @RevisionNumber
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit.revision_number")
  @SequenceGenerator(
      name = "audit.revision_number",
      schema = "audit",
      sequenceName = "revision_number",
      allocationSize = 1)
  private long id;

  @RevisionTimestamp
  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String who;

  @Column(name = "request_id")
  private String requestId;

  private String action;
  private String reason;

  protected Revision() {}

  @Override
  public long number() {
    return id;
  }

  RecordVersion version(RecordVersion.Kind kind) {
    return new RecordVersion(id, recordedAt, who, requestId, action, reason, kind);
  }

  /** The row of the trail for a transaction that leaves no other. */
  TrailRow row() {
    return Rows.of(
        new AuditEvent(
            CallContext.find().orElseGet(() -> Caller.system("-")),
            "audit",
            "audit.keep-versions",
            "revision:" + id,
            reason,
            AuditEvent.Outcome.DONE,
            null,
            true,
            List.of(),
            null),
        recordedAt,
        id);
  }

  private void by(Caller caller) {
    who = Storable.text(caller.user());
    requestId = Storable.text(caller.requestId());
  }

  private void because(ChangeLog.Cause cause) {
    action = cause.action();
    reason = Storable.text(cause.reason(), LONGEST_REASON);
  }

  /** Fills a new revision from the call that is running. */
  public static class Writer implements RevisionListener {
    @Override
    public void newRevision(Object revision) {
      Revision fresh = (Revision) revision;
      fresh.by(CallContext.find().orElseGet(() -> Caller.system("-")));
      ChangeLog.cause().ifPresent(fresh::because);
    }
  }
}
