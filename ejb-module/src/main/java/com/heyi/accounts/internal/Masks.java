package com.heyi.accounts.internal;

/** Hides the part of personal data by which it could be misused. Null stays null. */
final class Masks {
  private Masks() {}

  /** Region and last four characters stay: {@code 110101********1234}. */
  static String residentId(String value) {
    return value == null ? null : hidden(value, 6, value.length() - 4);
  }

  /** The last four digits stay, the four before are hidden: {@code +86138****5678}. */
  static String phone(String e164) {
    return e164 == null ? null : hidden(e164, Math.max(3, e164.length() - 8), e164.length() - 4);
  }

  private static String hidden(String text, int from, int to) {
    return text.substring(0, from) + "*".repeat(to - from) + text.substring(to);
  }
}
