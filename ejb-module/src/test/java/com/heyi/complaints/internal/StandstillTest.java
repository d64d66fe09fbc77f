package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.DayKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines whose clock stood still, against dates worked out by hand. */
class StandstillTest {

  @ParameterizedTest(name = "{6}")
  @CsvSource({
    "Europe/London, 2026-03-27T12:00:00Z, 5, 2026-03-28T10:00:00Z, 2026-03-30T22:30:00Z,"
        + " 2026-04-02, half past eleven in the evening of British summer time is still the 30th",
    "Europe/London, 2026-03-27T12:00:00Z, 5, 2026-03-28T10:00:00Z, 2026-03-30T23:30:00Z,"
        + " 2026-04-03, an hour later it is the 31st there and still the 30th in UTC",
    "America/New_York, 2026-03-06T17:00:00Z, 5, 2026-03-07T15:00:00Z, 2026-03-10T03:30:00Z,"
        + " 2026-03-12, over the start of summer time before midnight",
    "America/New_York, 2026-03-06T17:00:00Z, 5, 2026-03-07T15:00:00Z, 2026-03-10T04:30:00Z,"
        + " 2026-03-13, over the start of summer time after midnight",
    "America/New_York, 2026-10-30T16:00:00Z, 5, 2026-10-31T16:00:00Z, 2026-11-03T04:30:00Z,"
        + " 2026-11-05, the end of summer time makes midnight an hour later in UTC",
    "Asia/Shanghai, 2026-03-02T02:00:00Z, 15, 2026-03-05T15:59:00Z, 2026-03-09T16:00:00Z,"
        + " 2026-03-21, stopped a minute before midnight",
    "Asia/Shanghai, 2026-03-02T02:00:00Z, 15, 2026-03-05T16:00:00Z, 2026-03-09T16:00:00Z,"
        + " 2026-03-20, stopped at midnight",
    "Asia/Shanghai, 2026-03-02T02:00:00Z, 15, 2026-03-05T02:00:00Z, 2026-03-05T09:00:00Z,"
        + " 2026-03-17, within a day",
    "Asia/Shanghai, 2026-03-02T02:00:00Z, 15, 2026-03-05T02:00:00Z, 2026-03-06T09:00:00Z,"
        + " 2026-03-17, from one day to the next"
  })
  void wholeDaysDoNotCount(
      ZoneId zone,
      Instant start,
      int days,
      Instant from,
      Instant to,
      LocalDate last,
      String scenario) {
    Deadlines deadlines = new Deadlines(new RulePack(), null, zone);
    List<Standstill> stood = List.of(new Standstill(from, to));

    assertThat(deadlines.after(start, days, DayKind.CALENDAR, stood).dueOn()).isEqualTo(last);
    LocalDate without = deadlines.after(start, days, DayKind.CALENDAR, List.of()).dueOn();
    assertThat(deadlines.stoodStill(start, last, DayKind.CALENDAR, stood))
        .isEqualTo((int) (last.toEpochDay() - without.toEpochDay()));
  }
}
