package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.DayKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheDeadlineEndsWithItsLastDayTest {

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "2026-03-02T10:00+08:00, 15, Asia/Shanghai, 2026-03-17, a plain month",
    "2026-01-20T10:00+08:00, 15, Asia/Shanghai, 2026-02-04, over the end of a month",
    "2026-12-20T10:00+08:00, 15, Asia/Shanghai, 2027-01-04, over the end of a year",
    "2027-02-14T10:00+08:00, 15, Asia/Shanghai, 2027-03-01, February of a common year",
    "2028-02-14T10:00+08:00, 15, Asia/Shanghai, 2028-02-29, onto the leap day",
    "2028-02-15T10:00+08:00, 15, Asia/Shanghai, 2028-03-01, over the leap day",
    "2026-01-31T10:00+08:00, 30, Asia/Shanghai, 2026-03-02, thirty days are no month",
    "2026-03-02T00:00+08:00, 15, Asia/Shanghai, 2026-03-17, received in the first instant of a day",
    "2026-03-02T23:59:59.999999+08:00, 15, Asia/Shanghai, 2026-03-17, received in the last one",
    "2026-03-02T16:00+00:00, 15, Asia/Shanghai, 2026-03-18, already the next day in Shanghai",
    "2026-03-02T15:59:59+00:00, 15, Asia/Shanghai, 2026-03-17, still the same day in Shanghai",
    "2023-03-01T00:00-05:00, 15, America/New_York, 2023-03-16, over the start of summer time",
    "2023-10-25T00:00-04:00, 15, America/New_York, 2023-11-09, over the end of summer time",
    "2023-08-25T00:00-04:00, 60, America/New_York, 2023-10-24, the final answer to the CFPB"
  })
  void theLastDayIs(String received, int days, String zone, LocalDate last, String scenario) {
    ZoneId where = ZoneId.of(zone);
    Instant receivedAt = OffsetDateTime.parse(received).toInstant();
    var deadline = on(receivedAt, days, where);
    assertThat(deadline.dueOn()).isEqualTo(last);
    assertThat(deadline.dueAt()).isEqualTo(last.plusDays(1).atStartOfDay(where).toInstant());
  }

  @ParameterizedTest(name = "done at {0}: in time {1}")
  @CsvSource({
    "2026-03-02T10:00+08:00, true",
    "2026-03-17T00:00+08:00, true",
    "2026-03-17T23:59:59.999999+08:00, true",
    "2026-03-18T00:00+08:00, false",
    "2026-03-18T00:00:00.000001+08:00, false"
  })
  void itIsMetUntilTheMidnightThatEndsTheLastDay(String done, boolean met) {
    var deadline = on(Instant.parse("2026-03-02T02:00:00Z"), 15, ZoneId.of("Asia/Shanghai"));
    assertThat(
            TheDeadlineEndsWithItsLastDay.isMet(
                deadline.dueAt(), OffsetDateTime.parse(done).toInstant()))
        .isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({"2023-03-01T05:00:00Z, 16, 383", "2023-10-25T04:00:00Z, 16, 385"})
  void aDayOfSummerTimeChangeIsStillOneDay(Instant received, int wholeDays, int hours) {
    var deadline = on(received, 15, ZoneId.of("America/New_York"));
    assertThat(java.time.Duration.between(received, deadline.dueAt()).toHours()).isEqualTo(hours);
    assertThat(wholeDays * 24 - hours).isBetween(-1, 1);
  }

  private static TheDeadlineEndsWithItsLastDay on(Instant start, int days, ZoneId zone) {
    RulePack rules = new RulePack();
    return new Deadlines(rules, null, zone)
        .after(start, days, DayKind.CALENDAR, java.util.List.of());
  }
}
