package com.heyi.mall.internal;

import com.heyi.mall.CashCharges;
import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;

/** Prices keep money as whole fen, yuan being the bank's own currency. */
final class Fen {
  private static final long MOST = kept(CashCharges.MOST);

  private Fen() {}

  static Money money(long fen) {
    return new Money(BigDecimal.valueOf(fen, 2), Money.CNY);
  }

  /** The amount as it is kept; never less than nothing, as no price is. */
  static long kept(Money amount) {
    return amount.smallestUnits();
  }

  /**
   * What four eyes weigh: the points, and money as points by the fen, as prices are weighed; what
   * is too much to count weighs as much as can be counted.
   *
   * @param points 0 or more
   * @param cash 0 or more
   */
  static long weight(Points points, Money cash) {
    long weight = points.amount() + kept(cash);
    return weight < 0 ? Long.MAX_VALUE : weight;
  }

  /**
   * @param price money of a price, or null for none
   * @throws HeyiException {@link MallError#CASH_OUT_OF_RANGE} for less than nothing, too much, or
   *     another currency
   */
  static long of(Money price) {
    if (price == null) {
      return 0;
    }
    if (!Money.CNY.equals(price.currency()) || price.isNegative() || price.smallestUnits() > MOST) {
      throw new HeyiException(MallError.CASH_OUT_OF_RANGE, money(MOST).amount());
    }
    return price.smallestUnits();
  }
}
