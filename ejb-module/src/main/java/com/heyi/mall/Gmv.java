package com.heyi.mall;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What was ordered in a period, and the four factors that make it up: members × conversion ×
 * purchases per buyer × value per purchase. The factors come from the orders, {@code booked} from
 * the ledger; the one must make the other.
 *
 * @param members registered users of the mall at the end of the period: who has a points account,
 *     from its opening or his first order on
 * @param buyers those of them who ordered in the period
 * @param orders what they ordered, cancelled or not
 * @param value points that the orders came to when they were placed
 * @param givenBack points that went back since, by cancellations and returns
 * @param booked points that the ledger booked for the same orders
 * @param cash money that the orders came to beside the points; it is in none of the factors
 * @param cashGivenBack money that went back since
 */
public record Gmv(
    long members,
    long buyers,
    long orders,
    Points value,
    Points givenBack,
    Points booked,
    Money cash,
    Money cashGivenBack) {
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

  /** Share of the members who ordered, 0 to 1; zero when there is nobody. */
  public BigDecimal conversion() {
    return ratio(buyers, members);
  }

  /** Orders for each buyer, 1 or more; zero when nobody ordered. */
  public BigDecimal purchasesPerBuyer() {
    return ratio(orders, buyers);
  }

  /** Points for each order; zero when nobody ordered. */
  public BigDecimal valuePerPurchase() {
    return ratio(value.amount(), orders);
  }

  /** The four factors multiplied, to whole points. */
  public BigDecimal product() {
    return BigDecimal.valueOf(members)
        .multiply(conversion())
        .multiply(purchasesPerBuyer())
        .multiply(valuePerPurchase())
        .setScale(0, RoundingMode.HALF_UP);
  }

  /** Whether the factors make what the ledger booked. */
  public boolean agrees() {
    return product().compareTo(BigDecimal.valueOf(booked.amount())) == 0;
  }

  private static BigDecimal ratio(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), EXACT_ENOUGH);
  }
}
