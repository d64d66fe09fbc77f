package com.heyi.web.ui;

import java.util.regex.Pattern;

/**
 * Text for CSV that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP
 * advises.
 */
public final class NoFormula {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
  private static final Pattern NUMBER = Pattern.compile("[+-][0-9 .,]*");

  private NoFormula() {}

  /** For files that are read. */
  public static String of(String text) {
    return isRisky(text) ? "'" + text : text;
  }

  /** For files that are mended and sent again: a signed number is none either, and stays itself. */
  public static String exceptNumbers(String text) {
    return isRisky(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static boolean isRisky(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }
}
