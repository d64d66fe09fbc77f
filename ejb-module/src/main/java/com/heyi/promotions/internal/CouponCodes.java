package com.heyi.promotions.internal;

import java.security.SecureRandom;

/**
 * Codes of coupons: sixteen letters and digits that are not mistaken for each other, eighty bits by
 * chance, so that nobody finds one by trying.
 */
final class CouponCodes {
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CouponCodes() {}

  static String next() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }
}
