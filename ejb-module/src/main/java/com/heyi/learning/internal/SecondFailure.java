package com.heyi.learning.internal;

import com.heyi.learning.LearningError;
import com.heyi.learning.SecondFailureView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A second failure soon after the first, until somebody has taken care of the customer. */
@Entity
@Audited
@Table(schema = "learning", name = "second_failure")
public class SecondFailure {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "first_id", updatable = false)
  private UUID firstId;

  @Column(name = "second_id", updatable = false)
  private UUID secondId;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(name = "days_between", updatable = false)
  private int daysBetween;

  @Column(name = "raised_at", updatable = false)
  private Instant raisedAt;

  @Column(name = "handled_by")
  private String handledBy;

  @Column(name = "handled_at")
  private Instant handledAt;

  @Personal private String handling;

  protected SecondFailure() {}

  SecondFailure(Failure first, Failure second, int daysBetween, Instant now) {
    this.id = Ids.next();
    this.firstId = first.id();
    this.secondId = second.id();
    this.customerId = second.customerId();
    this.complaintId = second.complaintId();
    this.daysBetween = daysBetween;
    this.raisedAt = now;
  }

  void handle(String what, long expectedVersion, String who, Instant now) {
    SeenVersion.require(expectedVersion, version);
    if (handledAt != null) {
      throw new HeyiException(LearningError.HANDLED_ALREADY);
    }
    handling = what.strip();
    handledBy = who;
    handledAt = now;
  }

  UUID id() {
    return id;
  }

  UUID firstId() {
    return firstId;
  }

  UUID secondId() {
    return secondId;
  }

  SecondFailureView view(Failure first, Failure second) {
    return new SecondFailureView(
        id,
        customerId,
        first.complaintId(),
        first.number(),
        first.kind(),
        first.happenedAt(),
        second.complaintId(),
        second.number(),
        second.kind(),
        second.happenedAt(),
        daysBetween,
        raisedAt,
        handledBy,
        handledAt,
        handling,
        version);
  }
}
