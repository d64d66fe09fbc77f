package com.heyi.winddown.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.ControlTotals;
import com.heyi.winddown.WindDownError;

/**
 * Nobody is migrated before what the old app says it handed over is what was loaded: a proof over
 * balances that never came would prove nothing.
 */
final class WhatIsStatedHasBeenLoaded {
  private WhatIsStatedHasBeenLoaded() {}

  /**
   * @throws HeyiException {@link WindDownError#CONTROL_MISSING}, {@link
   *     WindDownError#CONTROL_DIFFERS}
   */
  static void check(ControlTotals stated, ControlTotals loaded) {
    if (stated == null) {
      throw new HeyiException(WindDownError.CONTROL_MISSING);
    }
    if (!stated.equals(loaded)) {
      throw new HeyiException(
          WindDownError.CONTROL_DIFFERS,
          stated.points().amount(),
          stated.money().amount(),
          stated.customers(),
          stated.orders(),
          stated.coupons(),
          loaded.points().amount(),
          loaded.money().amount(),
          loaded.customers(),
          loaded.orders(),
          loaded.coupons());
    }
  }
}
