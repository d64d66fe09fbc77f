package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.relationship.AlertStatus;
import com.heyi.relationship.AlertView;
import com.heyi.relationship.FlowDirection;
import com.heyi.relationship.RelationshipError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** More than a threshold came to a customer or went from him on a day: open, seen, handled. */
@Entity
@Audited
@Table(schema = "relationship", name = "alert")
public class Alert {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  /** Goes with every hand-over of the customer, which has rows of its own, until it is handled. */
  @NotAudited private String manager;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private FlowDirection direction;

  @Column(updatable = false)
  private LocalDate day;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  private long movements;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money threshold;

  @Column(updatable = false)
  private String tier;

  @Enumerated(EnumType.STRING)
  private AlertStatus status;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "seen_by")
  private String seenBy;

  @Column(name = "handled_at")
  private Instant handledAt;

  @Column(name = "handled_by")
  private String handledBy;

  @Personal private String outcome;

  protected Alert() {}

  Alert(FlowDay of, DayTotal total, Money threshold, String tier, String manager, Instant now) {
    this.id = Ids.next();
    this.customerId = of.customerId();
    this.manager = manager;
    this.direction = of.direction();
    this.day = of.day();
    this.amount = total.amount();
    this.movements = total.movements();
    this.threshold = threshold;
    this.tier = tier;
    this.status = AlertStatus.OPEN;
    this.openedAt = now;
  }

  /**
   * A day of a customer in one direction.
   *
   * @param customerId the customer
   * @param day the bank's day
   * @param direction whether it came or went
   */
  record FlowDay(UUID customerId, LocalDate day, FlowDirection direction) {}

  /**
   * What came or went on a day.
   *
   * @param amount less what was taken back
   * @param movements how many movements
   */
  record DayTotal(Money amount, long movements) {}

  /**
   * Takes over what the day has come to; what grew after it was handled, to the threshold and
   * beyond, is open again, and what was done then stays in its history.
   *
   * @param manager who looks after the customer now
   * @return whether it is open again
   */
  boolean nowIs(DayTotal total, String manager, Instant now) {
    boolean grew = total.amount().compareTo(amount) > 0 && total.amount().compareTo(threshold) >= 0;
    boolean again = grew && status != AlertStatus.OPEN;
    amount = total.amount();
    movements = total.movements();
    if (again) {
      status = AlertStatus.OPEN;
      openedAt = now;
      seenAt = null;
      seenBy = null;
      handledAt = null;
      handledBy = null;
      outcome = null;
      this.manager = manager;
    }
    return again;
  }

  void see(String by, Instant now) {
    require(AlertStatus.OPEN);
    status = AlertStatus.SEEN;
    seenAt = now;
    seenBy = by;
  }

  /** Handles it; who handles it has seen it. */
  void handle(String what, String by, Instant now) {
    if (status == AlertStatus.HANDLED) {
      throw new HeyiException(RelationshipError.ALERT_STATUS, status);
    }
    if (status == AlertStatus.OPEN) {
      see(by, now);
    }
    status = AlertStatus.HANDLED;
    handledAt = now;
    handledBy = by;
    outcome = what;
  }

  private void require(AlertStatus wanted) {
    if (status != wanted) {
      throw new HeyiException(RelationshipError.ALERT_STATUS, status);
    }
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  FlowDay of() {
    return new FlowDay(customerId, day, direction);
  }

  String manager() {
    return manager;
  }

  AlertView view(CustomerRef customer) {
    return new AlertView(
        id,
        customer == null ? customerId : customer.id(),
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        manager,
        direction,
        day,
        amount,
        movements,
        threshold,
        tier,
        status,
        openedAt,
        seenAt,
        seenBy,
        handledAt,
        handledBy,
        outcome,
        version);
  }
}
