package com.heyi.complaints.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time in which the bank waited for the complainant. Only days on which the clock stood still
 * from midnight to midnight do not count: neither the day on which it was stopped nor that on which
 * it went on is given away.
 *
 * @param from when the clock was stopped
 * @param to when it went on
 */
record Standstill(Instant from, Instant to) {

  /** Whether the whole of this day lies in it. */
  boolean covers(LocalDate day, ZoneId zone) {
    return day.isAfter(LocalDate.ofInstant(from, zone))
        && day.isBefore(LocalDate.ofInstant(to, zone));
  }
}
