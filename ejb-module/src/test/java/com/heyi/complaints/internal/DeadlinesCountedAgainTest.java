package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.DayKind;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The last day for whatever is received on any day of two years, at midnight, at noon and in the
 * last second, with and without a standstill, beside the n-th of the days that count by a calendar
 * that is written down here once more.
 */
class DeadlinesCountedAgainTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private static final Set<LocalDate> CHINA_CLOSED =
      days(
          "2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05"
              + " 2025-05-31..2025-06-02 2025-10-01..2025-10-08 2026-01-01..2026-01-03"
              + " 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05"
              + " 2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07");
  private static final Set<LocalDate> CHINA_MADE_UP =
      days(
          "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28"
              + " 2026-05-09 2026-09-20 2026-10-10");
  private static final Set<LocalDate> ENGLAND_CLOSED =
      days(
          "2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26"
              + " 2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25"
              + " 2026-12-28 2027-01-01 2027-03-26 2027-03-29");

  @ParameterizedTest(name = "{0}, {1} {2} days")
  @CsvSource({
    "CN-2020-3, 15, CALENDAR, Asia/Shanghai",
    "CN-2020-3, 60, CALENDAR, Asia/Shanghai",
    "CN-OLD, 15, WORKING, Asia/Shanghai",
    "CN-OLD, 60, WORKING, Asia/Shanghai",
    "UK-DISP, 3, WORKING, Europe/London",
    "UK-DISP, 56, CALENDAR, Europe/London",
    "UK-DISP-PAY, 15, WORKING, Europe/London",
    "UK-DISP-PAY, 35, WORKING, Europe/London",
    "US-CFPB, 15, CALENDAR, America/New_York",
    "US-CFPB, 60, CALENDAR, America/New_York"
  })
  void theLastDayIsTheNthThatCounts(String rules, int days, DayKind kind, ZoneId zone) {
    Deadlines deadlines = deadlines(rules);
    List<LocalDate> counted = counted(rules, kind);
    int tried = 0;
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      LocalDate received = day;
      List<LocalDate> left = counted.stream().filter(one -> one.isAfter(received)).toList();
      Standstill stood =
          new Standstill(
              day.plusDays(2).atTime(12, 0).atZone(zone).toInstant(),
              day.plusDays(9).atTime(9, 0).atZone(zone).toInstant());
      List<LocalDate> leftWhenItStood =
          left.stream()
              .filter(
                  one -> !one.isAfter(received.plusDays(2)) || !one.isBefore(received.plusDays(9)))
              .toList();
      for (LocalTime time : List.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(23, 59, 59))) {
        var at = day.atTime(time).atZone(zone).toInstant();
        var due = deadlines.after(at, days, kind, List.of());
        assertThat(due.dueOn()).as("%s %s", day, time).isEqualTo(left.get(days - 1));
        assertThat(due.dueAt()).isEqualTo(due.dueOn().plusDays(1).atStartOfDay(zone).toInstant());
        assertThat(deadlines.after(at, days, kind, List.of(stood)).dueOn())
            .as("%s %s, stopped for a week", day, time)
            .isEqualTo(leftWhenItStood.get(days - 1));
        tried++;
      }
    }
    assertThat(tried).isEqualTo(730 * 3);
  }

  private static Deadlines deadlines(String rules) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              Deadlines read = new Complaints(em, CLOCK).deadlinesFor(rules, LAST);
              if (read.calendar() != null) {
                read.calendar().days();
              }
              return read;
            });
  }

  /** All days that count, from the first of the two years to half a year after the last. */
  private static List<LocalDate> counted(String rules, DayKind kind) {
    Set<LocalDate> closed = rules.startsWith("CN") ? CHINA_CLOSED : ENGLAND_CLOSED;
    Set<LocalDate> madeUp = rules.startsWith("CN") ? CHINA_MADE_UP : Set.of();
    List<LocalDate> counted = new ArrayList<>();
    FIRST
        .datesUntil(LAST.plusMonths(6))
        .forEach(
            day -> {
              boolean weekend =
                  day.getDayOfWeek() == DayOfWeek.SATURDAY
                      || day.getDayOfWeek() == DayOfWeek.SUNDAY;
              boolean worked = madeUp.contains(day) || !weekend && !closed.contains(day);
              if (kind == DayKind.CALENDAR || worked) {
                counted.add(day);
              }
            });
    return counted;
  }

  private static Set<LocalDate> days(String words) {
    return Arrays.stream(words.split(" "))
        .flatMap(DeadlinesCountedAgainTest::range)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<LocalDate> range(String word) {
    String[] ends = word.split("\\.\\.");
    LocalDate last = LocalDate.parse(ends[ends.length - 1]);
    return LocalDate.parse(ends[0]).datesUntil(last.plusDays(1));
  }
}
