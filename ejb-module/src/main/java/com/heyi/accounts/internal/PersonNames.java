package com.heyi.accounts.internal;

import java.util.regex.Pattern;

/**
 * Names of persons. Unicode normalisation is kept away from them: NFC replaces compatibility
 * ideographs by others, and a name would no longer be the one on its owner's identity card.
 */
final class PersonNames {
  private static final int LONGEST = 100;

  /** What input methods offer for the middle dot of transcribed names. */
  private static final Pattern DOTS =
      Pattern.compile("[\\x{2022}\\x{2027}\\x{30FB}\\x{FF0E}\\x{FF65}]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\x{A0}\\x{3000}]+");

  /**
   * Letters; the ideographic zero, which Unicode counts as a number but names use; and the whole of
   * the supplementary ideographic planes, for Java 17 does not know their latest characters.
   */
  private static final String LETTER = "\\p{L}\\x{3007}\\x{20000}-\\x{3FFFD}";

  private static final String WORD = "[" + LETTER + "\\p{M}]+";
  private static final String BETWEEN_WORDS = "[\\x{B7} .'\\x{2019}-]+";
  private static final Pattern NAME =
      Pattern.compile("(?=[" + LETTER + "])" + WORD + "(?:" + BETWEEN_WORDS + WORD + ")*\\.?");

  private PersonNames() {}

  /** The name as it is stored: one kind of middle dot, single spaces, none at the ends. */
  static String normalised(String text) {
    return SPACES.matcher(DOTS.matcher(text).replaceAll("·")).replaceAll(" ").strip();
  }

  static boolean isName(String text) {
    String name = normalised(text);
    return name.codePointCount(0, name.length()) <= LONGEST && NAME.matcher(name).matches();
  }
}
