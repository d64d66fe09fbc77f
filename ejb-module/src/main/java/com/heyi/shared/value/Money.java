package com.heyi.shared.value;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of money in one currency, exact to the currency's smallest unit.
 *
 * @param amount signed amount with the currency's number of decimals
 * @param currency ISO 4217
 */
@JsonIgnoreProperties({"zero", "negative"})
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  public static final Currency CNY = Currency.getInstance("CNY");

  /**
   * @throws ArithmeticException when the amount has more decimals than the currency
   */
  public Money {
    Objects.requireNonNull(currency, "currency");
    amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
  }

  public static Money cny(String amount) {
    return new Money(new BigDecimal(amount), CNY);
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * @throws IllegalArgumentException for another currency
   */
  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  /**
   * @throws IllegalArgumentException for another currency
   */
  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money times(long factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /**
   * How much it is, whichever way it goes, in the currency's smallest unit: fen for CNY. What no
   * long can hold is the largest long.
   */
  public long smallestUnits() {
    return amount.unscaledValue().abs().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " does not mix with " + other.currency);
    }
    return other;
  }
}
