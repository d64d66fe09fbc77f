package com.heyi.promotions.internal;

import com.heyi.promotions.FeeRefund;
import com.heyi.promotions.MembershipView;
import com.heyi.promotions.PromotionsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(name = "level_id", updatable = false)
  private UUID levelId;

  @Column(name = "starts_on", updatable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on", updatable = false)
  private LocalDate endsOn;

  @Column(updatable = false)
  private Points fee;

  @Column(name = "fee_entry", updatable = false)
  private UUID feeEntry;

  @Column(name = "ended_on")
  private LocalDate endedOn;

  private Points refunded;

  @Column(name = "refund_entry")
  private UUID refundEntry;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money cash;

  @Column(name = "cash_payment", updatable = false)
  private UUID cashPayment;

  @Convert(converter = CnyConverter.class)
  @Column(name = "cash_refunded")
  private Money cashRefunded;

  @Column(name = "cash_payback")
  private UUID cashPayback;

  @Column(name = "bought_at", updatable = false)
  private Instant boughtAt;

  @Column(name = "bought_by", updatable = false)
  private String boughtBy;

  protected Membership() {}

  /**
   * What a level costs, or gives back, in points and in money.
   *
   * @param points 0 or more
   * @param cash 0 or more
   */
  record Fee(Points points, Money cash) {
    private static final Fee NONE = new Fee(Points.ZERO, Money.zero(Money.CNY));

    /** The share of it for so many days of all, rounded down to a point and a fen. */
    private Fee share(long days, long all) {
      return new Fee(
          Points.of(Math.multiplyExact(points.amount(), days) / all),
          new Money(
              cash.amount()
                  .multiply(BigDecimal.valueOf(days))
                  .divide(
                      BigDecimal.valueOf(all),
                      cash.currency().getDefaultFractionDigits(),
                      RoundingMode.DOWN),
              cash.currency()));
    }
  }

  /**
   * Where it is booked that a fee was paid or given back.
   *
   * @param points entry of the points ledger, or null when it was no points
   * @param cash the mall's payment or what it gave back, or null when it was no money
   */
  record Booked(UUID points, UUID cash) {}

  Membership(UUID customerId, Level level, LocalDate from, Booked paid, String by, Instant now) {
    id = Ids.next();
    this.customerId = customerId;
    levelId = level.id();
    startsOn = from;
    endsOn = from.plusMonths(level.months()).minusDays(1);
    fee = level.fee();
    feeEntry = paid.points();
    cash = level.cash();
    cashPayment = paid.cash();
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
  Fee refundOn(LocalDate today, FeeRefund policy, long expectedVersion) {
    SeenVersion.require(expectedVersion, version);
    if (!goesOn(today)) {
      throw new HeyiException(PromotionsError.MEMBERSHIP_OVER);
    }
    if (policy == FeeRefund.NONE) {
      return Fee.NONE;
    }
    long days = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
    LocalDate last = lastDay(today);
    long left = ChronoUnit.DAYS.between(last, endsOn);
    return new Fee(fee, cash).share(Math.min(left, days), days);
  }

  private LocalDate lastDay(LocalDate today) {
    return today.isBefore(startsOn) ? startsOn.minusDays(1) : today;
  }

  /** Ends it today, with what the customer has again of what was given back. */
  void end(LocalDate today, Fee back, Booked booked) {
    endedOn = lastDay(today);
    refunded = back.points();
    refundEntry = booked.points();
    cashRefunded = back.cash();
    cashPayback = booked.cash();
  }

  /** Its last day, as bought or as it was ended. */
  LocalDate until() {
    return endedOn == null ? endsOn : endedOn;
  }

  /** Whether it is neither over on a day nor was ended, so that it can be renewed. */
  boolean goesOn(LocalDate day) {
    return endedOn == null && !day.isAfter(endsOn);
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

  /** The ledger's entry of what it cost in points, or null when that was nothing. */
  UUID feeEntry() {
    return feeEntry;
  }

  /** The payment of what it cost in money, or null when that was nothing. */
  UUID cashPayment() {
    return cashPayment;
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
        cash,
        cashRefunded,
        inForce(today),
        goesOn(today));
  }
}
