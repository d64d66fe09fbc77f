package com.heyi.complaints.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A deadline of n days: the day on which the complaint is received does not count, the n-th day
 * after it is the last one, and it is in time until that day's midnight (Civil Code of the PRC,
 * arts. 201 and 203). Days are those of the rule's zone. Where calendar days count, a last day that
 * is a holiday is not put off, so that Heyi never counts more generously than the supervisor.
 *
 * @param dueOn the last day that is in time
 * @param dueAt the first instant that is too late: the midnight that ends the last day
 */
record TheDeadlineEndsWithItsLastDay(LocalDate dueOn, Instant dueAt) {

  /** The deadline whose last day this is. */
  static TheDeadlineEndsWithItsLastDay on(LocalDate last, ZoneId zone) {
    return new TheDeadlineEndsWithItsLastDay(last, last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Whether what is done at this instant is in time. */
  static boolean isMet(Instant dueAt, Instant doneAt) {
    return doneAt.isBefore(dueAt);
  }
}
