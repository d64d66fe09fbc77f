package com.heyi.relationship;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;

/**
 * The figures that decide a tier.
 *
 * @param assets CNY in all his deposits at the end of the day before
 * @param activity his movements, orders and card transactions in the window
 * @param points points that he earned in the window, locked ones not counted
 */
public record TierFigures(Money assets, long activity, Points points) {
  /** Those of somebody with nothing. */
  public static final TierFigures NONE = new TierFigures(Money.zero(Money.CNY), 0, Points.ZERO);
}
