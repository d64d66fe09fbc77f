package com.heyi.promotions.internal;

import com.heyi.promotions.FeeRefund;
import com.heyi.promotions.MembershipView;
import com.heyi.promotions.PromotionsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A customer's time on a level. */
@Entity
@Audited
@Table(schema = "promotions", name = "membership")
public class Membership {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "level_id")
  private UUID levelId;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  private Points fee;

  @Column(name = "fee_entry")
  private UUID feeEntry;

  @Column(name = "ended_on")
  private LocalDate endedOn;

  private Points refunded;

  @Column(name = "refund_entry")
  private UUID refundEntry;

  @Column(name = "bought_at")
  private Instant boughtAt;

  @Column(name = "bought_by")
  private String boughtBy;

  protected Membership() {}

  /**
   * @param feeEntry the entry that paid the fee, or null when there was none
   */
  Membership(UUID customerId, Level level, LocalDate from, UUID feeEntry, String by, Instant now) {
    id = Ids.next();
    this.customerId = customerId;
    levelId = level.id();
    startsOn = from;
    endsOn = from.plusMonths(level.months()).minusDays(1);
    fee = level.fee();
    this.feeEntry = feeEntry;
    boughtAt = now;
    boughtBy = by;
  }

  /**
   * What is given back when it is ended today: by whole days that have not begun, rounded down; all
   * when it has not begun itself.
   *
   * @throws HeyiException {@link PromotionsError#MEMBERSHIP_OVER}, {@link
   *     CommonError#VERSION_MOVED}
   */
  Points refundOn(LocalDate today, FeeRefund policy, long expectedVersion) {
    if (version != expectedVersion) {
      throw new HeyiException(CommonError.VERSION_MOVED, expectedVersion, version);
    }
    if (endedOn != null || today.isAfter(endsOn)) {
      throw new HeyiException(PromotionsError.MEMBERSHIP_OVER);
    }
    if (policy == FeeRefund.NONE) {
      return Points.ZERO;
    }
    long days = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
    LocalDate last = lastDay(today);
    long left = ChronoUnit.DAYS.between(last, endsOn);
    return Points.of(Math.multiplyExact(fee.amount(), Math.min(left, days)) / days);
  }

  private LocalDate lastDay(LocalDate today) {
    return today.isBefore(startsOn) ? startsOn.minusDays(1) : today;
  }

  /**
   * @param entry the entry that gave points back, or null when none were
   */
  void end(LocalDate today, Points back, UUID entry) {
    endedOn = lastDay(today);
    refunded = back;
    refundEntry = entry;
  }

  /** Its last day, as bought or as it was ended. */
  LocalDate until() {
    return endedOn == null ? endsOn : endedOn;
  }

  boolean inForce(LocalDate day) {
    return !day.isBefore(startsOn) && !day.isAfter(until());
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  LocalDate startsOn() {
    return startsOn;
  }

  UUID levelId() {
    return levelId;
  }

  MembershipView view(Level level, LocalDate today) {
    return new MembershipView(
        id,
        version,
        customerId,
        level.code(),
        level.name(),
        startsOn,
        endsOn,
        endedOn,
        fee,
        refunded,
        inForce(today));
  }
}
