package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import java.math.BigDecimal;

/** Prices keep money as whole fen, yuan being the bank's own currency. */
final class Fen {
  /** A hundred million yuan. */
  private static final long MOST = 10_000_000_000L;

  private Fen() {}

  static Money money(long fen) {
    return new Money(BigDecimal.valueOf(fen, 2), Money.CNY);
  }

  /** The amount as it is kept; never less than nothing, as no price is. */
  static long kept(Money amount) {
    return amount.smallestUnits();
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
