package com.heyi.shared.value;

import java.math.BigDecimal;

/**
 * Between which shares the true one lies with 95 % probability, when so many of so many said yes
 * (E. B. Wilson 1927). It stays within 0 and 1, and says something also when all or none did.
 *
 * @param from lower end, in thousandths
 * @param to upper end, in thousandths
 */
public record WilsonInterval(int from, int to) {
  /** The 97.5 % quantile of the normal distribution. */
  private static final BigDecimal Z = new BigDecimal("1.959964");

  /**
   * @param yes how many said yes, 0 to {@code all}
   * @param all how many were asked, 1 or more
   */
  public static WilsonInterval of(long yes, long all) {
    if (all < 1 || yes < 0 || yes > all) {
      throw new IllegalArgumentException(yes + " of " + all);
    }
    double z = Z.doubleValue();
    double n = all;
    double share = yes / n;
    double centre = share + z * z / (2 * n);
    double reach = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    double whole = 1 + z * z / n;
    return new WilsonInterval(
        thousandths((centre - reach) / whole), thousandths((centre + reach) / whole));
  }

  private static int thousandths(double share) {
    return (int) Math.round(1000 * Math.min(1, Math.max(0, share)));
  }
}
