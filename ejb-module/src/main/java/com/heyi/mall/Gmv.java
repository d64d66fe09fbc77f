package com.heyi.mall;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What was ordered in a period, and the four factors that make it up: members × conversion ×
 * purchases per buyer × value per purchase. Orders cost points, money or both, so the last factor
 * and the product are told in each, and in money alone with the points at what the bank reckons
 * them to be worth. The factors come from the orders, {@code booked} and {@code paid} from the
 * ledger and the payments; the one must make the other.
 *
 * @param members registered users of the mall at the end of the period: who has a points account,
 *     from its opening or his first order on
 * @param buyers those of them who ordered in the period
 * @param orders what they ordered, cancelled or not
 * @param value points that the orders came to when they were placed
 * @param givenBack points that went back since, by cancellations and returns
 * @param booked points that the ledger booked for the same orders
 * @param cash money that the orders came to beside the points
 * @param cashGivenBack money that went back since
 * @param paid money that was paid for the same orders
 * @param worth the orders in money: their points at the cost of a point that counted on the day of
 *     the order, to the fen by the month, and their money
 */
public record Gmv(
    long members,
    long buyers,
    long orders,
    Points value,
    Points givenBack,
    Points booked,
    Money cash,
    Money cashGivenBack,
    Money paid,
    Money worth) {
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

  /** Share of the members who ordered, 0 to 1; zero when there is nobody. */
  public BigDecimal conversion() {
    return ratio(BigDecimal.valueOf(buyers), members);
  }

  /** Orders for each buyer, 1 or more; zero when nobody ordered. */
  public BigDecimal purchasesPerBuyer() {
    return ratio(BigDecimal.valueOf(orders), buyers);
  }

  /** Points for each order; zero when nobody ordered. */
  public BigDecimal valuePerPurchase() {
    return ratio(BigDecimal.valueOf(value.amount()), orders);
  }

  /** Yuan paid for each order beside the points; zero when nobody ordered. */
  public BigDecimal cashPerPurchase() {
    return ratio(cash.amount(), orders);
  }

  /** Yuan that each order is worth with its points; zero when nobody ordered. */
  public BigDecimal worthPerPurchase() {
    return ratio(worth.amount(), orders);
  }

  /** The four factors multiplied, to whole points. */
  public BigDecimal product() {
    return product(valuePerPurchase(), 0);
  }

  /** The four factors multiplied in the money paid, to the fen. */
  public BigDecimal cashProduct() {
    return product(cashPerPurchase(), cash.amount().scale());
  }

  /** The four factors multiplied in money and points' worth, to the fen. */
  public BigDecimal worthProduct() {
    return product(worthPerPurchase(), worth.amount().scale());
  }

  private BigDecimal product(BigDecimal perPurchase, int scale) {
    return BigDecimal.valueOf(members)
        .multiply(conversion())
        .multiply(purchasesPerBuyer())
        .multiply(perPurchase)
        .setScale(scale, RoundingMode.HALF_UP);
  }

  /** Whether the factors make what the ledger booked and what was paid. */
  public boolean agrees() {
    return product().compareTo(BigDecimal.valueOf(booked.amount())) == 0
        && cashProduct().compareTo(paid.amount()) == 0;
  }

  private static BigDecimal ratio(BigDecimal part, long whole) {
    return whole == 0 ? BigDecimal.ZERO : part.divide(BigDecimal.valueOf(whole), EXACT_ENOUGH);
  }
}
