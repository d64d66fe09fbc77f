package com.heyi.accounts.internal;

import com.heyi.accounts.Gender;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A resident ID number after GB 11643-1999: six digits of region, eight of the date of birth, three
 * of sequence (the last odd for men), and a check character. Only well-formed ones exist.
 *
 * <p>Of the region only the province is checked: counties come and go, and a number keeps the
 * county of the day it was given.
 *
 * @param value 18 characters, an X in upper case
 */
public record ResidentId(String value) {
  private static final int LENGTH = 18;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final int EARLIEST_YEAR = 1900;

  /** GB/T 2260 provinces, and 81 to 83 for residents from Hong Kong, Macao and Taiwan. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  /** Reads what a person typed or a card reader sent; empty when it is no resident ID. */
  public static Optional<ResidentId> parse(String text) {
    String value = normalised(text);
    boolean wellFormed =
        value.length() == LENGTH
            && value.chars().limit(LENGTH - 1L).allMatch(c -> c >= '0' && c <= '9')
            && PROVINCES.contains(value.substring(0, 2))
            && birthDate(value).isPresent()
            && value.charAt(LENGTH - 1) == checkCharacter(value);
    return wellFormed ? Optional.of(new ResidentId(value)) : Optional.empty();
  }

  /** Full-width digits, which Chinese input methods make, and spaces are forgiven. */
  static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  /** The check character that belongs behind these first 17 digits (MOD 11-2). */
  static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }

  public LocalDate birthDate() {
    return birthDate(value).orElseThrow();
  }

  Gender gender() {
    return (value.charAt(LENGTH - 2) - '0') % 2 == 1 ? Gender.MALE : Gender.FEMALE;
  }

  private static Optional<LocalDate> birthDate(String value) {
    int year = Integer.parseInt(value.substring(6, 10));
    int month = Integer.parseInt(value.substring(10, 12));
    int day = Integer.parseInt(value.substring(12, 14));
    if (year < EARLIEST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return Masks.residentId(value);
  }
}
