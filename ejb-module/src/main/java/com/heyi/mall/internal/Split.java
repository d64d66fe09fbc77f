package com.heyi.mall.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Splits an amount into parts that add up to it exactly, whatever is rounded. */
final class Split {
  private Split() {}

  /**
   * Splits in proportion to weights, to the smallest unit. No part is more than its weight.
   *
   * @param amount what is split, from 0 to the sum of the weights
   * @param weights each 0 or more
   */
  static List<Long> of(long amount, List<Long> weights) {
    BigInteger whole = sum(weights);
    if (amount < 0 || BigInteger.valueOf(amount).compareTo(whole) > 0) {
      throw new IllegalArgumentException("Cannot split " + amount + " over " + weights);
    }
    List<Long> parts = new ArrayList<>();
    BigInteger upTo = BigInteger.ZERO;
    BigInteger given = BigInteger.ZERO;
    for (long weight : weights) {
      upTo = upTo.add(BigInteger.valueOf(weight));
      BigInteger share =
          whole.signum() == 0
              ? BigInteger.ZERO
              : BigInteger.valueOf(amount).multiply(upTo).divide(whole);
      parts.add(share.subtract(given).longValueExact());
      given = share;
    }
    return parts;
  }

  private static BigInteger sum(List<Long> weights) {
    return weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
