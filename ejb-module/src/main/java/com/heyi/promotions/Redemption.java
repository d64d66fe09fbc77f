package com.heyi.promotions;

import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What became of coupons. Each is counted once, as it stands now: {@code issued = used + open +
 * expired + withdrawn}.
 *
 * @param issued how many were issued
 * @param used those that an order has taken and kept
 * @param open those that can still be used, or are set aside for a checkout
 * @param expired those whose last day went by unused
 * @param withdrawn those that were revoked, or were forfeited when their order ended
 * @param off points that the used ones took off
 */
public record Redemption(
    long issued, long used, long open, long expired, long withdrawn, Points off) {
  /** Of no coupon. */
  public static final Redemption NONE = new Redemption(0, 0, 0, 0, 0, Points.ZERO);

  /**
   * @throws IllegalArgumentException when a coupon is counted twice or not at all
   */
  public Redemption {
    if (issued != used + open + expired + withdrawn) {
      throw new IllegalArgumentException(
          issued + " coupons are not " + used + " + " + open + " + " + expired + " + " + withdrawn);
    }
  }

  /** Share of the issued ones that were used, 0 to 1; zero when none was issued. */
  public BigDecimal rate() {
    return issued == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(used).divide(BigDecimal.valueOf(issued), MathContext.DECIMAL128);
  }

  /** Both together. */
  public Redemption plus(Redemption other) {
    return new Redemption(
        issued + other.issued,
        used + other.used,
        open + other.open,
        expired + other.expired,
        withdrawn + other.withdrawn,
        off.plus(other.off));
  }
}
