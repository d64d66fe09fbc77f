package com.heyi.shared.facade;

import java.util.regex.Pattern;

/**
 * Masks what people write into a free text although it does not belong there: identity card,
 * telephone, card and account numbers and mail addresses. The trail cannot be rewritten, so they
 * must not enter it. Names cannot be told from other words; the forms ask to leave them out.
 */
public final class WithoutIdentifiers {
  /**
   * Numbers of eleven digits and more, an X at the end of an identity card; grouped or not. Our own
   * ids are looked for first: two of their groups can be digits only, and name nobody.
   */
  private static final Pattern ID_OR_NUMBER =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})"
              + "|\\+?\\d(?:[ -]?\\d){9,18}[\\dXx])(?![0-9A-Za-z])");

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private WithoutIdentifiers() {}

  /** The text with identifiers masked to their last four characters; null stays null. */
  public static String of(String text) {
    if (text == null) {
      return null;
    }
    String numbersMasked =
        ID_OR_NUMBER
            .matcher(text)
            .replaceAll(found -> found.group(1) == null ? masked(found.group()) : found.group());
    return MAIL.matcher(numbersMasked).replaceAll(Mask.ALL.of(""));
  }

  private static String masked(String number) {
    return Mask.LAST_FOUR.of(number.replaceAll("[ -]", ""));
  }
}
