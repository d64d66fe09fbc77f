package com.heyi.invoices.internal;

import com.heyi.shared.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prices are told with the tax in them. What is without it is {@code gross / (1 + rate)}, to the
 * cent, half a cent up; the tax is the rest, so that both add up to what was paid, line by line. Of
 * a line that is taken back in parts each part is the difference of two such sums, so that the
 * parts add up to the line however it is cut.
 *
 * @param gross tax within
 * @param net without tax
 * @param tax the tax
 */
record TaxWithinThePrice(Money gross, Money net, Money tax) {

  /**
   * @param gross tax within, 0 or more
   * @param rate as a part of one, 0 or more
   */
  static TaxWithinThePrice of(Money gross, BigDecimal rate) {
    BigDecimal net =
        gross
            .amount()
            .divide(
                BigDecimal.ONE.add(rate),
                gross.currency().getDefaultFractionDigits(),
                RoundingMode.HALF_UP);
    Money without = new Money(net, gross.currency());
    return new TaxWithinThePrice(gross, without, gross.minus(without));
  }

  /**
   * A part of a line that is taken back.
   *
   * @param before what of the line was taken back before, tax within
   * @param part what is taken back now, tax within
   */
  static TaxWithinThePrice ofPart(Money before, Money part, BigDecimal rate) {
    return of(before.plus(part), rate).minus(of(before, rate));
  }

  static TaxWithinThePrice zero() {
    Money nothing = Money.zero(Money.CNY);
    return new TaxWithinThePrice(nothing, nothing, nothing);
  }

  TaxWithinThePrice plus(TaxWithinThePrice other) {
    return new TaxWithinThePrice(gross.plus(other.gross), net.plus(other.net), tax.plus(other.tax));
  }

  TaxWithinThePrice minus(TaxWithinThePrice other) {
    return plus(other.negated());
  }

  TaxWithinThePrice negated() {
    return new TaxWithinThePrice(gross.negated(), net.negated(), tax.negated());
  }
}
