package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.relationship.FollowUpReason;
import com.heyi.relationship.FollowUpStatus;
import com.heyi.relationship.FollowUpView;
import com.heyi.relationship.RelationshipError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * A customer whom somebody should speak to for a reason: open, claimed, done; open again when the
 * reason holds anew.
 */
@Entity
@Audited
@Table(schema = "relationship", name = "follow_up")
public class FollowUp {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private FollowUpReason reason;

  /** Goes with every hand-over of the customer, which has rows of its own. */
  @NotAudited private String manager;

  @Enumerated(EnumType.STRING)
  private FollowUpStatus status;

  private boolean holds;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "claimed_by")
  private String claimedBy;

  @Column(name = "claimed_at")
  private Instant claimedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  protected FollowUp() {}

  FollowUp(UUID customerId, FollowUpReason reason, String manager, LocalDate dueOn, Instant now) {
    this.id = Ids.next();
    this.customerId = customerId;
    this.reason = reason;
    open(manager, dueOn, now);
  }

  /**
   * The reason was found to hold. It holds anew when it was gone at the look before; or when what
   * was done is over and the customer is about to fall on another day. What is not closed is that
   * of who looks after him now.
   */
  void foundToHold(String by, LocalDate due, Instant now) {
    boolean anotherFall = reason == FollowUpReason.FALL && isClosed() && !due.equals(dueOn);
    if (!holds || anotherFall) {
      holdsAnew(by, due, now);
    } else if (reason == FollowUpReason.FALL) {
      dueOn = due;
    }
    if (!isClosed()) {
      manager = by;
    }
  }

  /** Something has come to the reason: what is closed is open again, what is not goes on. */
  void holdsAnew(String by, LocalDate due, Instant now) {
    if (isClosed()) {
      open(by, due, now);
    }
    holds = true;
  }

  private void open(String by, LocalDate due, Instant now) {
    manager = by;
    dueOn = due;
    openedAt = now;
    status = FollowUpStatus.OPEN;
    holds = true;
    claimedBy = null;
    claimedAt = null;
    closedAt = null;
  }

  /** The reason is gone: what nobody has taken on lapses; who has says himself what came of it. */
  void reasonIsGone(Instant now) {
    holds = false;
    if (status == FollowUpStatus.OPEN) {
      status = FollowUpStatus.LAPSED;
      closedAt = now;
    }
  }

  /**
   * @param inCharge accounts of who may take it on today; what another has taken on is taken over
   * @throws HeyiException {@link RelationshipError#FOLLOW_UP_CLAIMED}, {@link
   *     RelationshipError#FOLLOW_UP_STATUS}
   */
  void claim(String by, Set<String> inCharge, Instant now) {
    requireNotClosed();
    if (status == FollowUpStatus.CLAIMED && inCharge.contains(claimedBy)) {
      throw new HeyiException(RelationshipError.FOLLOW_UP_CLAIMED, claimedBy);
    }
    takenOn(by, now);
  }

  void release() {
    if (status != FollowUpStatus.CLAIMED) {
      throw new HeyiException(RelationshipError.FOLLOW_UP_STATUS, status);
    }
    status = FollowUpStatus.OPEN;
    claimedBy = null;
    claimedAt = null;
  }

  /** Is done; who does what nobody has taken on has taken it on. */
  void finish(String by, Instant now) {
    requireNotClosed();
    if (status == FollowUpStatus.OPEN) {
      takenOn(by, now);
    }
    requireClaimedBy(by);
    status = FollowUpStatus.DONE;
    closedAt = now;
  }

  private void takenOn(String by, Instant now) {
    status = FollowUpStatus.CLAIMED;
    claimedBy = by;
    claimedAt = now;
  }

  private void requireNotClosed() {
    if (isClosed()) {
      throw new HeyiException(RelationshipError.FOLLOW_UP_STATUS, status);
    }
  }

  /**
   * @throws HeyiException {@link RelationshipError#FOLLOW_UP_CLAIMED} when it is another's
   */
  void requireClaimedBy(String account) {
    if (claimedBy != null && !claimedBy.equals(account)) {
      throw new HeyiException(RelationshipError.FOLLOW_UP_CLAIMED, claimedBy);
    }
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  private boolean isClosed() {
    return status == FollowUpStatus.DONE || status == FollowUpStatus.LAPSED;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  FollowUpReason reason() {
    return reason;
  }

  String manager() {
    return manager;
  }

  Instant openedAt() {
    return openedAt;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  FollowUpView view(CustomerRef customer, LocalDate today) {
    return new FollowUpView(
        id,
        customer == null ? customerId : customer.id(),
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        reason,
        manager,
        status,
        openedAt,
        dueOn,
        !isClosed() && today.isAfter(dueOn),
        claimedBy,
        claimedAt,
        closedAt,
        version);
  }
}
