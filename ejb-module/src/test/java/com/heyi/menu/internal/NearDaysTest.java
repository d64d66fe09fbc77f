package com.heyi.menu.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearDaysTest {
  @ParameterizedTest(name = "the {0}th is {2} days from {1}")
  @CsvSource({
    "10, 2026-03-10, 0",
    "10, 2026-03-08, 2",
    "31, 2026-01-31, 0",
    "31, 2026-02-28, 0",
    "30, 2026-02-28, 0",
    "29, 2026-02-28, 0",
    "28, 2026-02-28, 0",
    "29, 2028-02-29, 0",
    "31, 2028-02-29, 0",
    "28, 2028-02-29, 1",
    "31, 2026-03-01, 1",
    "31, 2026-04-30, 0",
    "31, 2026-05-01, 1",
    "1, 2026-01-31, 1",
    "1, 2026-02-28, 1",
    "1, 2026-12-31, 1",
    "31, 2027-01-01, 1",
    "15, 2026-03-30, 15",
    "16, 2026-03-01, 13"
  })
  void distanceWrapsAtTheEndOfTheMonth(int day, LocalDate date, int away) {
    assertThat(NearDays.distance(day, date)).isEqualTo(away);
  }

  @Property
  void noDayIsFurtherThanHalfAMonthAndTodayIsNearest(
      @ForAll @IntRange(min = 1, max = 31) int day,
      @ForAll @IntRange(min = 0, max = 20_000) int since) {
    LocalDate date = LocalDate.of(2000, 1, 1).plusDays(since);
    assertThat(NearDays.distance(day, date)).isBetween(0, 16);
    assertThat(NearDays.distance(date.getDayOfMonth(), date)).isZero();
    assertThat(NearDays.of(date)).containsEntry(date.getDayOfMonth(), 1.0);
    assertThat(NearDays.of(date).values()).allMatch(weight -> weight > 0 && weight <= 1);
  }
}
