package com.heyi.invoices.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A unified social credit code (统一社会信用代码) after GB 32100-2015, which is also the tax number of a
 * company: 17 characters of digits and capital letters without I, O, S, V and Z, and a check
 * character (MOD 31 of GB/T 17710). Only well-formed ones exist.
 *
 * @param value 18 characters
 */
record UnifiedSocialCreditCode(String value) {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final int BASE = 3;

  /** Reads what a person typed; empty when it is no such code. */
  static Optional<UnifiedSocialCreditCode> parse(String text) {
    // Full-width characters, which Chinese input methods make, and spaces are forgiven.
    String value =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .toUpperCase(Locale.ROOT);
    boolean wellFormed =
        value.length() == LENGTH
            && value.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)
            && value.charAt(LENGTH - 1) == checkCharacter(value);
    return wellFormed ? Optional.of(new UnifiedSocialCreditCode(value)) : Optional.empty();
  }

  /** The check character that belongs behind these first 17. */
  static char checkCharacter(String code) {
    int modulus = CHARACTERS.length();
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += weight * CHARACTERS.indexOf(code.charAt(i));
      weight = weight * BASE % modulus;
    }
    return CHARACTERS.charAt((modulus - sum % modulus) % modulus);
  }
}
