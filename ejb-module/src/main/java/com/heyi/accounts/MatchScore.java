package com.heyi.accounts;

/**
 * How well two records fit, field by field. A resident ID that both show decides alone: nobody else
 * has it.
 *
 * @param residentId of the resident ID
 * @param name of the name, which weighs 35
 * @param phone of the phone, which weighs 30
 * @param birthDate of the date of birth, which weighs 25
 * @param address of the address, which weighs 10
 */
public record MatchScore(
    FieldFit residentId, FieldFit name, FieldFit phone, FieldFit birthDate, FieldFit address) {
  public static final int NAME_WEIGHT = 35;
  public static final int PHONE_WEIGHT = 30;
  public static final int BIRTH_WEIGHT = 25;
  public static final int ADDRESS_WEIGHT = 10;

  /** From here on it is suggested to a person. */
  public static final int SUGGESTED_FROM = 60;

  /** Half of what a field that nobody knows could have earned, so that silence is no proof. */
  private static final int SILENCE = 2;

  /**
   * 0 to 100: all or nothing by a resident ID that both show, else what the fields earn of the
   * weight of those that both records know; a field that one does not know counts half of its
   * weight against the match.
   */
  public int total() {
    if (residentId != FieldFit.UNKNOWN) {
      return residentId.percent();
    }
    int earned =
        earned(name, NAME_WEIGHT)
            + earned(phone, PHONE_WEIGHT)
            + earned(birthDate, BIRTH_WEIGHT)
            + earned(address, ADDRESS_WEIGHT);
    int possible =
        possible(name, NAME_WEIGHT)
            + possible(phone, PHONE_WEIGHT)
            + possible(birthDate, BIRTH_WEIGHT)
            + possible(address, ADDRESS_WEIGHT);
    return earned / possible;
  }

  private static int earned(FieldFit fit, int weight) {
    return fit.percent() * weight;
  }

  private static int possible(FieldFit fit, int weight) {
    return fit == FieldFit.UNKNOWN ? weight / SILENCE : weight;
  }
}
