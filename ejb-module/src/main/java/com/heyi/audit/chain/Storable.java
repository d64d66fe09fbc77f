package com.heyi.audit.chain;

/** Text as PostgreSQL can store it. */
public final class Storable {
  private static final char UNKNOWN = '\uFFFD';

  private Storable() {}

  /** Without the character 0, and with a mark in place of each half of a character. */
  public static String text(String text) {
    if (text == null || isStorable(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .map(c -> isHalf(c) ? UNKNOWN : c)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }

  /** The same, and no longer than this many characters as the database counts them. */
  public static String text(String text, int longest) {
    String storable = text(text);
    if (storable == null || storable.codePointCount(0, storable.length()) <= longest) {
      return storable;
    }
    return storable.substring(0, storable.offsetByCodePoints(0, longest));
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || isHalf(c));
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
