package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a point is reckoned to be worth (IFRS 15, paragraphs B39 to B43: the stand-alone selling
 * price of a point, adjusted for the likelihood that it is redeemed).
 *
 * @param validFrom first day on which it counts
 * @param costPerPoint CNY for one point
 * @param redemptionRate share of points expected to be redeemed, 0 to 1; the rest is breakage
 * @param source what it follows
 * @param setAt when it was set
 * @param setBy who set it
 */
public record LiabilityParameter(
    LocalDate validFrom,
    BigDecimal costPerPoint,
    BigDecimal redemptionRate,
    String source,
    Instant setAt,
    String setBy)
    implements Targeted {

  /** What points are worth that are expected to be redeemed. */
  public Money liability(long points) {
    return money(worth(points).multiply(redemptionRate));
  }

  /** What points are worth that are expected never to be redeemed. */
  public Money breakage(long points) {
    return money(worth(points).multiply(BigDecimal.ONE.subtract(redemptionRate)));
  }

  /**
   * Splits the price of a sale between what was sold and the points given with it, by their
   * stand-alone prices.
   */
  public Allocation allocate(Money price, Points points) {
    BigDecimal alone = worth(points.amount()).multiply(redemptionRate);
    BigDecimal both = price.amount().add(alone);
    Money toPoints =
        both.signum() == 0
            ? Money.zero(Money.CNY)
            : money(price.amount().multiply(alone).divide(both, 10, RoundingMode.HALF_UP));
    return new Allocation(price, points, money(alone), price.minus(toPoints), toPoints);
  }

  /**
   * A price split.
   *
   * @param price what was paid
   * @param points points given with it
   * @param alone what the points would be worth by themselves
   * @param toGoods revenue now
   * @param toPoints revenue when the points are redeemed or expire
   */
  public record Allocation(
      Money price, Points points, Money alone, Money toGoods, Money toPoints) {}

  private BigDecimal worth(long points) {
    return costPerPoint.multiply(BigDecimal.valueOf(points));
  }

  private static Money money(BigDecimal amount) {
    return new Money(amount.setScale(2, RoundingMode.HALF_UP), Money.CNY);
  }

  @Override
  public String auditTarget() {
    return "liability-parameter:" + validFrom;
  }
}
