package com.heyi.accounts.internal;

import com.heyi.accounts.FieldFit;
import com.heyi.accounts.MatchScore;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Compares what two records say of a person, field by field. */
final class TwoRecordsFit {
  private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();
  private static final LevenshteinDistance SLIPS = LevenshteinDistance.getDefaultInstance();
  private static final long CLOSE_PINYIN = 93;
  private static final long CLOSE_ADDRESS = 85;
  private static final long SAME_ADDRESS = 97;
  private static final int HUNDRED = 100;

  private TwoRecordsFit() {}

  static MatchScore score(Claim one, Claim other) {
    return new MatchScore(
        residentId(one.residentId(), other.residentId()),
        name(one.name(), other.name()),
        phone(one.phone(), other.phone()),
        birthDate(one.birthDate(), other.birthDate()),
        address(one.address(), other.address()));
  }

  static FieldFit residentId(String one, String other) {
    if (one == null || other == null) {
      return FieldFit.UNKNOWN;
    }
    return one.equals(other) ? FieldFit.SAME : FieldFit.DIFFERENT;
  }

  static FieldFit name(String one, String other) {
    if (one == null || other == null) {
      return FieldFit.UNKNOWN;
    }
    if (one.equals(other)) {
      return FieldFit.SAME;
    }
    if (NameForms.simplified(one).equals(NameForms.simplified(other))) {
      return FieldFit.VARIANT;
    }
    String first = NameForms.pinyin(one);
    String second = NameForms.pinyin(other);
    if (first.equals(second) && !first.isEmpty()) {
      return FieldFit.PINYIN;
    }
    return percent(first, second) >= CLOSE_PINYIN ? FieldFit.CLOSE : FieldFit.DIFFERENT;
  }

  static FieldFit phone(String one, String other) {
    if (one == null || other == null) {
      return FieldFit.UNKNOWN;
    }
    if (one.equals(other)) {
      return FieldFit.SAME;
    }
    return oneSlip(one, other) ? FieldFit.CLOSE : FieldFit.DIFFERENT;
  }

  /** Day and month exchanged, or one digit wrong, are close. */
  static FieldFit birthDate(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return FieldFit.UNKNOWN;
    }
    if (one.equals(other)) {
      return FieldFit.SAME;
    }
    boolean exchanged =
        one.getYear() == other.getYear()
            && one.getMonthValue() == other.getDayOfMonth()
            && one.getDayOfMonth() == other.getMonthValue();
    return exchanged || oneSlip(one.toString(), other.toString())
        ? FieldFit.CLOSE
        : FieldFit.DIFFERENT;
  }

  static FieldFit address(String one, String other) {
    if (one == null || other == null) {
      return FieldFit.UNKNOWN;
    }
    long alike = percent(plain(one), plain(other));
    if (alike >= SAME_ADDRESS) {
      return FieldFit.SAME;
    }
    return alike >= CLOSE_ADDRESS ? FieldFit.CLOSE : FieldFit.DIFFERENT;
  }

  private static long percent(String one, String other) {
    return Math.round(ALIKE.apply(one, other) * HUNDRED);
  }

  /** Without what people leave out or write in two ways. */
  private static String plain(String address) {
    return NameForms.simplified(address).toLowerCase(Locale.ROOT).replaceAll("[省市区县号弄室#，,\\-]", "");
  }

  private static boolean oneSlip(String one, String other) {
    if (SLIPS.apply(one, other) <= 1) {
      return true;
    }
    return one.length() == other.length() && neighboursExchanged(one, other);
  }

  private static boolean neighboursExchanged(String one, String other) {
    int at = 0;
    while (one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at + 1 < one.length()
        && one.charAt(at) == other.charAt(at + 1)
        && one.charAt(at + 1) == other.charAt(at)
        && one.substring(at + 2).equals(other.substring(at + 2));
  }
}
