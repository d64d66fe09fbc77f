package com.heyi.learning;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Whether an action helped, with the figures by which that was told. A repeat is a case of a
 * customer who had complained of the same cause within 90 days before.
 *
 * @param round which round of the action
 * @param checkedAt when it was looked at
 * @param checkedBy by whom; system for the nightly run
 * @param months over how many months before and after
 * @param cause code of the cause, with all below it
 * @param doneOn the day between before and after; it belongs to neither
 * @param casesBefore cases of the cause before
 * @param casesAfter and after
 * @param repeatsBefore repeats before
 * @param repeatsAfter and after
 * @param effective whether it helped
 */
public record EffectView(
    int round,
    Instant checkedAt,
    String checkedBy,
    int months,
    String cause,
    LocalDate doneOn,
    long casesBefore,
    long casesAfter,
    long repeatsBefore,
    long repeatsAfter,
    boolean effective) {
  /** Repeats among the cases before, in thousandths; 0 where there was none. */
  public long permilleBefore() {
    return casesBefore == 0 ? 0 : repeatsBefore * 1000 / casesBefore;
  }

  /** Repeats among the cases after, in thousandths; 0 where there was none. */
  public long permilleAfter() {
    return casesAfter == 0 ? 0 : repeatsAfter * 1000 / casesAfter;
  }
}
