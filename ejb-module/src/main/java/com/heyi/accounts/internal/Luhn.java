package com.heyi.accounts.internal;

/** The check digit of ISO/IEC 7812-1, which finds a wrong digit and most swapped neighbours. */
final class Luhn {
  private Luhn() {}

  /** The digits with their check digit behind them. */
  static String append(String digits) {
    return digits + (10 - sum(digits, true) % 10) % 10;
  }

  /** Whether the last digit is the check digit of those before. */
  static boolean isValid(String digits) {
    return sum(digits, false) % 10 == 0;
  }

  private static int sum(String digits, boolean doubleLast) {
    int sum = 0;
    boolean doubled = doubleLast;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      int weighted = doubled ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
      doubled = !doubled;
    }
    return sum;
  }
}
