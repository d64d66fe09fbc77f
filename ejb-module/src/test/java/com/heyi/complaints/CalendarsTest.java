package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.complaints.internal.HolidayCalendars;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holidays and worked days are announced, and move no case that runs. */
class CalendarsTest {
  private static final CalendarDay NEW_YEAR = day("2027-01-01", false, "元旦");
  private static final CalendarDay MADE_UP = day("2027-01-09", true, "元旦调休");

  private String code;
  private Desk desk;

  /** Fifteen working days by a calendar that is known until the end of 2026. */
  @BeforeEach
  void rulesByACalendarOfTheirOwn() throws SQLException {
    code = "T-" + UUID.randomUUID().toString().substring(0, 8);
    DeadlinesTest.asOwner(
        code,
        "insert into complaints.calendar values (?, 1, '2026-12-31', 'test')",
        "insert into complaints.calendar_day values (?, 1, '2026-12-25', false, '庆典')",
        "insert into complaints.rule_pack (code, version, calendar, in_force, source) select code,"
            + " 1, code, '2020-01-01', 'test' from complaints.calendar where code = ?",
        "insert into complaints.deadline select c.code, 1, 'ANSWER', x, 15, 'WORKING'"
            + " from complaints.calendar c, unnest(array['SIMPLE', 'COMPLEX']) x where c.code = ?");
    desk = new Desk(code);
    desk.itIs("2026-12-21T02:00:00Z");
  }

  /** From Monday 21 December: 15 working days, without the 25th, end on 12 January. */
  @Test
  void aYearIsANewVersionByWhichLaterCasesCountAndThoseThatRunDoNot() {
    ComplaintView before = desk.recorded();
    assertThat(before.dueOn()).isEqualTo(LocalDate.of(2027, 1, 12));

    CalendarView announced = announce(1, 2027, NEW_YEAR, day("2027-01-04", false, "元旦"), MADE_UP);

    assertThat(announced.version()).isEqualTo(2);
    assertThat(announced.knownUntil()).isEqualTo(LocalDate.of(2027, 12, 31));
    assertThat(announced.days())
        .as("the year before stays")
        .containsExactly(
            day("2026-12-25", false, "庆典"), NEW_YEAR, day("2027-01-04", false, "元旦"), MADE_UP);
    assertThat(calendars(facade -> facade.view(code, 1)).days())
        .as("the old version as it was")
        .containsExactly(day("2026-12-25", false, "庆典"));
    assertThat(desk.recorded().dueOn())
        .as("two days more that are free and a Saturday that is worked")
        .isEqualTo(LocalDate.of(2027, 1, 13));
    assertThat(desk.as(Desk.HANDLER, facade -> facade.view(before.id())).dueOn())
        .isEqualTo(LocalDate.of(2027, 1, 12));
  }

  @Test
  void aYearThatIsKnownIsCorrectedWhole() {
    CalendarView corrected = announce(1, 2026, day("2026-12-24", false, "庆典"));
    assertThat(corrected.days()).containsExactly(day("2026-12-24", false, "庆典"));
    assertThat(corrected.knownUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @Test
  void aYearThatNobodyAnnouncedInTimeStillMayBe() {
    desk.itIs("2028-01-03T02:00:00Z");
    assertThat(announce(1, 2028, day("2028-01-03", false, "元旦")).knownUntil())
        .isEqualTo(LocalDate.of(2028, 12, 31));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNothingIsStored() {
    HeyiException refused =
        refused(
            () ->
                announce(
                    1,
                    2028,
                    day("2027-12-31", false, "元旦"),
                    day("2028-01-03", true, "调休"),
                    day("2028-01-08", true, "调休"),
                    day("2028-01-08", false, "调休")));
    assertThat(refused.fields())
        .extracting(FieldError::field, FieldError::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("year", "complaint.calendar-year"),
            org.assertj.core.groups.Tuple.tuple("days[0].day", "complaint.calendar-day-year"),
            org.assertj.core.groups.Tuple.tuple("days[1].day", "complaint.calendar-day-worked"),
            org.assertj.core.groups.Tuple.tuple("days[3].day", "complaint.calendar-day-twice"));
    assertThat(refused(() -> announce(1, 2025, day("2025-01-01", false, "元旦"))).fields())
        .as("what is over is not changed")
        .extracting(FieldError::code)
        .containsExactly("complaint.calendar-year");
    assertThat(calendars(facade -> facade.view(code, null)).version()).isEqualTo(1);
  }

  @Test
  void whoHasSeenAnOldVersionIsRefusedAndSoIsWhoNamesNone() {
    announce(1, 2027, NEW_YEAR);
    assertThat(refused(() -> announce(1, 2027, NEW_YEAR)).error())
        .isEqualTo(CommonError.VERSION_MOVED);
    assertThat(
            refused(
                    () ->
                        calendars(
                            facade ->
                                facade.announce(
                                    new AnnounceCalendar(
                                        "NONE", 1, 2027, List.of(NEW_YEAR), "通知"))))
                .error())
        .isEqualTo(CommonError.NOT_FOUND);
    assertThat(refused(() -> calendars(facade -> facade.view(code, 9))).error())
        .isEqualTo(CommonError.NOT_FOUND);
  }

  @Test
  void ofTwoAtOnceOneIsStored() {
    List<CompletableFuture<Object>> both =
        List.of(tried(() -> announce(1, 2027, NEW_YEAR)), tried(() -> announce(1, 2027, MADE_UP)));
    List<Object> came = both.stream().map(CompletableFuture::join).toList();
    assertThat(came).filteredOn(CalendarView.class::isInstance).hasSize(1);
    assertThat(came)
        .filteredOn(HeyiException.class::isInstance)
        .extracting(one -> ((HeyiException) one).error())
        .containsExactly(CommonError.VERSION_MOVED);
    assertThat(calendars(facade -> facade.view(code, null)).version()).isEqualTo(2);
  }

  @Test
  void theListHasTheNewestOfEach() {
    announce(1, 2027, NEW_YEAR);
    assertThat(calendars(CalendarsFacade::list))
        .filteredOn(one -> one.code().equals(code))
        .extracting(CalendarView::version)
        .containsExactly(2);
    assertThat(calendars(CalendarsFacade::list))
        .extracting(CalendarView::code)
        .contains("CN", "GB-ENG")
        .doesNotHaveDuplicates();
  }

  private CalendarView announce(int seen, int year, CalendarDay... days) {
    return calendars(
        facade -> facade.announce(new AnnounceCalendar(code, seen, year, List.of(days), " 通知 ")));
  }

  private <T> T calendars(Function<CalendarsFacade, T> call) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              try {
                return CallContext.callAs(
                    Desk.ADMIN,
                    () -> call.apply(new CalendarsFacade(new HolidayCalendars(em, desk.clock()))));
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static CompletableFuture<Object> tried(Callable<Object> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call.call();
          } catch (Exception e) {
            return e;
          }
        });
  }

  private static HeyiException refused(Runnable call) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call::run);
    assertThat(refused).as("it must be refused").isNotNull();
    return refused;
  }

  private static CalendarDay day(String day, boolean worked, String name) {
    return new CalendarDay(LocalDate.parse(day), worked, name);
  }
}
