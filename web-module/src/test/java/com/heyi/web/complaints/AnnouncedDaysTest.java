package com.heyi.web.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.CalendarDay;
import com.heyi.shared.error.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedDaysTest {
  @Test
  void aLineIsADayOrAFirstAndALastOneAndWhatFor() {
    AnnouncedDays days =
        new AnnouncedDays()
            .read("free", false, "2027-01-01 元旦\n\n 2027-02-28 2027-03-01  Spring Festival \r\n")
            .read("worked", true, "2027-02-14 春节调休");
    assertThat(days.wrong()).isEmpty();
    assertThat(days.days())
        .containsExactly(
            new CalendarDay(LocalDate.of(2027, 1, 1), false, "元旦"),
            new CalendarDay(LocalDate.of(2027, 2, 28), false, "Spring Festival"),
            new CalendarDay(LocalDate.of(2027, 3, 1), false, "Spring Festival"),
            new CalendarDay(LocalDate.of(2027, 2, 14), true, "春节调休"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-02-06 - 2027-02-07 春节",
        "2027-02-06 – 2027-02-07 春节",
        "2027-02-06 至 2027-02-07 春节",
        "2027-02-06至2027-02-07 春节",
        "2027-02-06　2027-02-07　春节"
      })
  void asANoticeWritesIt(String line) {
    assertThat(new AnnouncedDays().read("free", false, line).days()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-01-01",
        "元旦",
        "2027-02-29 闰日",
        "1 January 2027 New Year",
        "2027-01-03 2027-01-01 倒着",
        "2027-01-01 2027-12-31 全年"
      })
  void whatCannotBeReadIsToldWithItsLine(String line) {
    AnnouncedDays days = new AnnouncedDays().read("free", false, "2027-01-01 元旦\n" + line);
    assertThat(days.wrong())
        .extracting(FieldError::field, FieldError::code, FieldError::args)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "free", "complaint.calendar-line", List.of(2, line)));
  }

  @Test
  void whatIsKnownIsWrittenAsItIsTyped() {
    String typed = "2027-01-01 元旦\n2027-02-06 春节";
    List<CalendarDay> days = new AnnouncedDays().read("free", false, typed).days();
    assertThat(AnnouncedDays.lines(days, false)).isEqualTo(typed);
    assertThat(AnnouncedDays.lines(days, true)).isEmpty();
  }

  @Test
  void nothingIsNoDayAndNoError() {
    AnnouncedDays days = new AnnouncedDays().read("free", false, null).read("worked", true, " \n");
    assertThat(days.days()).isEmpty();
    assertThat(days.wrong()).isEmpty();
  }

  @Test
  void whatTheDeskSaysAgainstADayStandsAtTheFieldThatItWasTypedIn() {
    AnnouncedDays days =
        new AnnouncedDays()
            .read("free", false, "2027-01-01 元旦\n2027-01-02 元旦")
            .read("worked", true, "2027-01-04 元旦调休");
    assertThat(
            days.atTheirFields(
                List.of(
                    FieldError.of("days[1].day", "complaint.calendar-day-twice", "2027-01-02"),
                    FieldError.of("days[2].day", "complaint.calendar-day-worked", "2027-01-04"),
                    FieldError.of("days[2].name", "constraint.Size"),
                    FieldError.of("days", "constraint.NotEmpty"),
                    FieldError.of("source", "constraint.NotBlank"))))
        .extracting(FieldError::field)
        .containsExactly("free", "worked", "worked", "free", "source");
  }
}
