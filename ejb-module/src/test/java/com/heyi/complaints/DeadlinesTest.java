package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines under every pack of rules, against dates worked out by hand with the calendars. */
class DeadlinesTest {
  private static final String CASES =
      """
      CN-2020-3,   ANSWER,  SIMPLE,  2026-03-02T10:00+08:00, 2026-03-17, fifteen days
      CN-2020-3,   ANSWER,  COMPLEX, 2026-03-02T10:00+08:00, 2026-04-01, thirty days
      CN-2020-3,   ANSWER,  SIMPLE,  2026-09-20T10:00+08:00, 2026-10-05, calendar days end within National Day and are not put off
      CN-2020-3,   ANSWER,  COMPLEX, 2026-01-31T23:59+08:00, 2026-03-02, thirty days over the whole of February
      CN-2020-3,   ANSWER,  SIMPLE,  2026-03-02T17:00+01:00, 2026-03-18, received in Europe when it is tomorrow in Shanghai
      CN-OLD,      ANSWER,  SIMPLE,  2026-01-30T10:00+08:00, 2026-02-27, the Saturday before the Spring Festival is worked
      CN-OLD,      ANSWER,  COMPLEX, 2026-09-18T10:00+08:00, 2026-10-15, Mid-Autumn and National Day with a Sunday and a Saturday worked
      CN-OLD,      ANSWER,  SIMPLE,  2026-05-09T10:00+08:00, 2026-05-29, received on a Saturday that is worked
      CN-OLD,      ANSWER,  SIMPLE,  2026-12-21T10:00+08:00, 2027-01-11, beyond what is announced weekdays count
      CN-OLD,      ANSWER,  SIMPLE,  2026-02-17T10:00+08:00, 2026-03-13, received in the Spring Festival with the Saturday after it worked
      CN-OLD,      ANSWER,  SIMPLE,  2025-09-26T10:00+08:00, 2025-10-23, eight days of National Day between a Sunday and a Saturday worked
      CN-OLD,      ANSWER,  SIMPLE,  2025-12-19T10:00+08:00, 2026-01-12, over New Year with the Sunday after it worked
      UK-DISP,     SUMMARY, SIMPLE,  2026-04-02T12:00+01:00, 2026-04-09, three business days over Easter
      UK-DISP,     ANSWER,  SIMPLE,  2026-04-02T12:00+01:00, 2026-05-28, eight weeks
      UK-DISP,     ANSWER,  SIMPLE,  2026-03-02T12:00+00:00, 2026-04-27, eight weeks over the start of summer time
      UK-DISP,     SUMMARY, SIMPLE,  2026-12-24T12:00+00:00, 2026-12-31, Boxing Day on its substitute Monday
      UK-DISP,     SUMMARY, SIMPLE,  2026-06-30T23:30+00:00, 2026-07-06, already the next day in London
      UK-DISP,     SUMMARY, SIMPLE,  2026-10-23T23:30+01:00, 2026-10-28, over the end of summer time
      UK-DISP,     SUMMARY, SIMPLE,  2026-10-25T00:30+00:00, 2026-10-28, received in the hour that comes twice
      UK-DISP,     SUMMARY, SIMPLE,  2026-03-28T23:30+00:00, 2026-04-01, the night before summer time begins
      UK-DISP,     SUMMARY, SIMPLE,  2026-03-29T23:30+00:00, 2026-04-02, a night later it is half past midnight in London
      UK-DISP,     ANSWER,  SIMPLE,  2026-09-07T12:00+01:00, 2026-11-02, eight weeks over the end of summer time
      UK-DISP-PAY, ANSWER,  SIMPLE,  2026-03-20T12:00+00:00, 2026-04-14, over the start of summer time and Easter
      UK-DISP-PAY, ANSWER,  SIMPLE,  2026-12-18T12:00+00:00, 2027-01-13, over Christmas and New Year with a substitute day
      UK-DISP-PAY, ANSWER,  SIMPLE,  2026-05-01T12:00+01:00, 2026-05-26, fifteen business days with two bank holidays
      US-CFPB,     ANSWER,  SIMPLE,  2026-03-02T00:00-05:00, 2026-03-17, over the start of summer time
      US-CFPB,     ANSWER,  SIMPLE,  2026-03-07T23:30-05:00, 2026-03-22, received half an hour before the day that has 23
      US-CFPB,     ANSWER,  SIMPLE,  2026-10-25T23:30-04:00, 2026-11-09, over the end of summer time and already tomorrow in UTC
      """;

  @ParameterizedTest(name = "{0} {1}: {5}")
  @CsvSource(textBlock = CASES)
  void theLastDayIs(
      String rules,
      ClockKind kind,
      Complexity complexity,
      String received,
      LocalDate last,
      String scenario) {
    ComplaintView complaint = received(new Desk(rules), complexity, received);

    assertThat(clock(complaint, kind).dueOn()).isEqualTo(last);
    assertThat(complaint.rulePack()).isEqualTo(rules);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @CsvSource({
    "CN-2020-3, 2026-03-02T10:00+08:00, 2026-05-01, 30, thirty days more make sixty",
    "CN-OLD, 2026-01-30T10:00+08:00, 2026-05-06, 45, sixty working days over three holidays",
    "CN-2020-3, 2026-09-01T10:00+08:00, 2026-10-31, 30, sixty days over National Day that all"
        + " count",
    "CN-OLD, 2026-08-14T10:00+08:00, 2026-11-12, 45, over Mid-Autumn and National Day",
    "UK-DISP-PAY, 2026-05-01T12:00+01:00, 2026-06-23, 20, thirty-five business days",
    "UK-DISP-PAY, 2026-10-01T12:00+01:00, 2026-11-19, 20, over the end of summer time",
    "UK-DISP-PAY, 2026-12-18T12:00+00:00, 2027-02-10, 20, over Christmas and New Year"
  })
  void anExtensionCountsOnFromTheStart(
      String rules, String received, LocalDate last, int days, String scenario) {
    Desk desk = new Desk(rules);
    ComplaintView accepted =
        desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, received(desk, Complexity.COMPLEX, received));

    ComplaintView extended = desk.take(ComplaintStep.EXTEND, Desk.HANDLER, accepted);

    assertThat(extended.dueOn()).isEqualTo(last);
    assertThat(clock(extended, ClockKind.ANSWER).extraDays()).isEqualTo(days);
    assertThat(extended.status()).isEqualTo(ComplaintStatus.ACCEPTED);
    StepView step = extended.steps().get(extended.steps().size() - 1);
    assertThat(step.detail())
        .containsEntry("dueOn", last.toString())
        .containsKeys("reason", "notice", "noticeChannel");
  }

  @ParameterizedTest(name = "{0}: {6}")
  @CsvSource({
    "CN-2020-3, 2026-03-02T10:00+08:00, 2026-03-05T10:00+08:00, 2026-03-10T10:00+08:00, 2026-03-21,"
        + " 4, four whole days",
    "CN-OLD, 2026-01-30T10:00+08:00, 2026-02-12T10:00+08:00, 2026-02-25T10:00+08:00, 2026-03-03, 3,"
        + " over the Spring Festival with a Saturday worked on either side",
    "CN-OLD, 2026-01-30T10:00+08:00, 2026-02-14T10:00+08:00, 2026-02-24T10:00+08:00, 2026-02-27, 0,"
        + " only over holidays that do not count anyway",
    "CN-OLD, 2026-09-18T10:00+08:00, 2026-09-30T10:00+08:00, 2026-10-11T10:00+08:00, 2026-10-20, 3,"
        + " over National Day with the worked Saturday after it",
    "UK-DISP, 2026-03-02T12:00+00:00, 2026-03-05T10:00+00:00, 2026-04-10T10:00+01:00, 2026-04-27,"
        + " 0, British clocks do not stand still",
    "US-CFPB, 2026-03-02T00:00-05:00, 2026-03-05T10:00-05:00, 2026-03-10T10:00-04:00, 2026-03-17,"
        + " 0, nor American ones"
  })
  void whereTheRulesAllowItWaitingForTheComplainantDoesNotCount(
      String rules,
      String received,
      String paused,
      String resumed,
      LocalDate last,
      int days,
      String scenario) {
    Desk desk = new Desk(rules);
    ComplaintView at =
        desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, received(desk, Complexity.SIMPLE, received));
    desk.itIs(OffsetDateTime.parse(paused).toInstant().toString());
    ComplaintView waiting = desk.take(ComplaintStep.PAUSE, Desk.HANDLER, at);
    boolean stands = clock(waiting, ClockKind.ANSWER).pausedAt() != null;
    assertThat(stands).isEqualTo(rules.startsWith("CN"));
    assertThat(waiting.daysLeft() == null).as("nothing is counted meanwhile").isEqualTo(stands);
    desk.itIs(OffsetDateTime.parse(resumed).toInstant().toString());

    ComplaintView on = desk.take(ComplaintStep.RESUME, Desk.HANDLER, waiting);

    assertThat(on.dueOn()).isEqualTo(last);
    assertThat(clock(on, ClockKind.ANSWER).pausedDays()).isEqualTo(days);
    assertThat(clock(on, ClockKind.ANSWER).pausedAt()).isNull();
    assertThat(on.daysLeft()).isNotNull();
  }

  @Test
  void anExtensionAfterAPauseCountsBothAndASecondPauseAddsToThem() {
    Desk desk = new Desk();
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED, Complexity.COMPLEX);
    desk.itIs("2026-03-05T02:00:00Z");
    ComplaintView waiting = desk.take(ComplaintStep.PAUSE, Desk.HANDLER, at);
    desk.itIs("2026-03-10T02:00:00Z");
    ComplaintView on = desk.take(ComplaintStep.RESUME, Desk.HANDLER, waiting);
    assertThat(on.dueOn()).isEqualTo(LocalDate.of(2026, 4, 5));

    ComplaintView extended = desk.take(ComplaintStep.EXTEND, Desk.HANDLER, on);
    assertThat(extended.dueOn()).isEqualTo(LocalDate.of(2026, 5, 5));
    desk.itIs("2026-04-08T02:00:00Z");
    ComplaintView again = desk.take(ComplaintStep.PAUSE, Desk.HANDLER, extended);
    desk.itIs("2026-04-10T02:00:00Z");
    ComplaintView last = desk.take(ComplaintStep.RESUME, Desk.HANDLER, again);

    assertThat(last.dueOn()).isEqualTo(LocalDate.of(2026, 5, 6));
    assertThat(clock(last, ClockKind.ANSWER).pausedDays()).isEqualTo(5);
  }

  @Test
  void daysLeftAreCountedWhereTheLastDayIs() {
    Desk desk = new Desk("US-CFPB");
    ComplaintView at = received(desk, Complexity.SIMPLE, "2026-03-02T00:00-05:00");
    desk.itIs("2026-03-18T02:00:00Z");

    ComplaintView seen = desk.as(Desk.HANDLER, one -> one.view(at.id()));

    assertThat(seen.dueOn()).isEqualTo(LocalDate.of(2026, 3, 17));
    assertThat(seen.daysLeft()).as("ten in the evening of the last day there").isZero();
    assertThat(seen.overdue()).isFalse();
    assertThat(clock(seen, ClockKind.ANSWER).daysLeft()).isZero();
  }

  @Test
  void waitingDoesNotMendADeadlineThatHasPassed() {
    Desk desk = new Desk();
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    desk.itIs("2026-03-17T16:00:00Z");

    refused(() -> desk.take(ComplaintStep.PAUSE, Desk.HANDLER, at), ComplaintError.PAUSED_LATE);
  }

  @Test
  void callingACaseComplexDoesNotMendADeadlineThatHasPassed() {
    Desk desk = new Desk();
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView at = desk.recorded();
    ComplaintView inTime = desk.recorded();
    desk.itIs("2026-03-17T15:59:59Z");
    assertThat(acceptAs(desk, inTime, Complexity.COMPLEX).dueOn())
        .isEqualTo(LocalDate.of(2026, 4, 1));
    desk.itIs("2026-03-17T16:00:00Z");

    refused(() -> acceptAs(desk, at, Complexity.COMPLEX), ComplaintError.COMPLEX_LATE);
    ComplaintView accepted = acceptAs(desk, at, Complexity.SIMPLE);
    assertThat(accepted.overdue()).isTrue();
  }

  private static ComplaintView acceptAs(Desk desk, ComplaintView at, Complexity complexity) {
    return desk.step(
        Desk.HANDLER,
        facade ->
            facade.accept(new AcceptComplaint(at.id(), at.version(), null, complexity, null)));
  }

  @Test
  void whatIsTakenBackWhileTheClockStandsIsInTime() {
    Desk desk = new Desk();
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView waiting = desk.broughtTo(ComplaintStatus.WAITING);
    desk.itIs("2026-05-02T02:00:00Z");
    assertThat(desk.<ComplaintView>as(Desk.HANDLER, one -> one.view(waiting.id())).overdue())
        .isFalse();

    assertThat(desk.take(ComplaintStep.WITHDRAW, Desk.HANDLER, waiting).onTime()).isTrue();
  }

  @Test
  void aDeadlineIsExtendedOnlyOnce() {
    Desk desk = new Desk();
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED, Complexity.COMPLEX);
    ComplaintView extended = desk.take(ComplaintStep.EXTEND, Desk.HANDLER, at);

    refused(
        () -> desk.take(ComplaintStep.EXTEND, Desk.HANDLER, extended),
        ComplaintError.EXTENDED_ALREADY);
  }

  @Test
  void aSimpleCaseHasNoExtension() {
    Desk desk = new Desk();
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);

    refused(() -> desk.take(ComplaintStep.EXTEND, Desk.HANDLER, at), ComplaintError.NO_EXTENSION);
  }

  @Test
  void rulesWithoutFurtherDaysGiveNone() {
    Desk desk = new Desk("UK-DISP");
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED, Complexity.COMPLEX);

    refused(() -> desk.take(ComplaintStep.EXTEND, Desk.HANDLER, at), ComplaintError.NO_EXTENSION);
  }

  @Test
  void onTheLastDayADeadlineCanBeExtendedAndAfterItNot() {
    Desk desk = new Desk();
    ComplaintView inTime = desk.broughtTo(ComplaintStatus.ACCEPTED, Complexity.COMPLEX);
    ComplaintView late = desk.broughtTo(ComplaintStatus.ACCEPTED, Complexity.COMPLEX);
    desk.itIs("2026-04-01T15:59:59Z");
    assertThat(desk.take(ComplaintStep.EXTEND, Desk.HANDLER, inTime).dueOn())
        .isEqualTo(LocalDate.of(2026, 5, 1));

    desk.itIs("2026-04-01T16:00:00Z");
    refused(
        () -> desk.take(ComplaintStep.EXTEND, Desk.HANDLER, late), ComplaintError.EXTENDED_LATE);
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "2026-03-02T00:00-05:00, 2026-03-17T23:59:59-04:00, 2026-05-01, 2026-05-01T23:59:59-04:00,"
        + " over the start of summer time",
    "2026-10-25T23:30-04:00, 2026-10-26T09:00-04:00, 2026-12-24, 2026-12-24T23:59:59-05:00,"
        + " over the end of summer time and already tomorrow in UTC",
    "2028-01-15T10:00-05:00, 2028-01-30T10:00-05:00, 2028-03-15, 2028-03-15T23:59:59-04:00,"
        + " over a leap day"
  })
  void whoWasAnsweredThatItIsInProgressIsOwedTheFinalAnswerByTheSixtiethDay(
      String received, String inProgress, LocalDate last, String answered, String scenario) {
    Desk desk = new Desk("US-CFPB");
    ComplaintView at =
        desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, received(desk, Complexity.SIMPLE, received));
    assertThat(at.possibleSteps()).contains(ComplaintStep.EXTEND);
    desk.itIs(OffsetDateTime.parse(inProgress).toInstant().toString());

    ComplaintView waits = desk.take(ComplaintStep.EXTEND, Desk.HANDLER, at);

    assertThat(clock(waits, ClockKind.ANSWER).met()).as("the first answer came").isTrue();
    assertThat(clock(waits, ClockKind.FINAL).startedAt())
        .isEqualTo(OffsetDateTime.parse(received).toInstant());
    assertThat(waits.dueOn()).isEqualTo(last);
    assertThat(waits.onTime()).isNull();
    assertThat(waits.possibleSteps()).doesNotContain(ComplaintStep.EXTEND);
    assertThat(waits.steps().get(waits.steps().size() - 1).detail())
        .containsEntry("dueOn", last.toString())
        .containsKeys("reason", "notice", "noticeChannel");
    refused(
        () -> desk.take(ComplaintStep.EXTEND, Desk.HANDLER, waits),
        ComplaintError.EXTENDED_ALREADY);
    Instant lastMoment = OffsetDateTime.parse(answered).toInstant();
    desk.itIs(lastMoment.toString());
    ComplaintView handled =
        desk.take(
            ComplaintStep.HANDLE,
            Desk.HANDLER,
            desk.take(ComplaintStep.ANALYSE, Desk.HANDLER, waits));
    assertThat(desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, handled).onTime()).isTrue();
  }

  @Test
  void aFinalAnswerAfterTheSixtiethDayIsLateThoughTheFirstCameInTime() {
    Desk desk = new Desk("US-CFPB");
    ComplaintView at =
        desk.take(
            ComplaintStep.EXTEND,
            Desk.HANDLER,
            desk.take(
                ComplaintStep.ACCEPT,
                Desk.HANDLER,
                received(desk, Complexity.COMPLEX, "2026-03-02T00:00-05:00")));
    desk.itIs("2026-05-02T04:00:00Z");
    ComplaintView handled =
        desk.take(
            ComplaintStep.HANDLE, Desk.HANDLER, desk.take(ComplaintStep.ANALYSE, Desk.HANDLER, at));

    ComplaintView answered = desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, handled);

    assertThat(clock(answered, ClockKind.ANSWER).met()).isTrue();
    assertThat(clock(answered, ClockKind.FINAL).met()).isFalse();
    assertThat(answered.onTime()).isFalse();
  }

  @Test
  void afterTheFifteenthDayThatItIsInProgressIsNoAnswerInTime() {
    Desk desk = new Desk("US-CFPB");
    ComplaintView at =
        desk.take(
            ComplaintStep.ACCEPT,
            Desk.HANDLER,
            received(desk, Complexity.SIMPLE, "2026-03-02T00:00-05:00"));
    desk.itIs("2026-03-18T04:00:00Z");

    refused(() -> desk.take(ComplaintStep.EXTEND, Desk.HANDLER, at), ComplaintError.EXTENDED_LATE);
  }

  @Test
  void whatIsTakenUpAgainIsOwedItsFinalAnswerFromThen() {
    Desk desk = new Desk("US-CFPB");
    desk.itIs("2026-03-02T15:00:00Z");
    ComplaintView closed = desk.broughtTo(ComplaintStatus.CLOSED);
    desk.itIs("2026-04-02T15:00:00Z");
    ComplaintView again =
        desk.take(
            ComplaintStep.ACCEPT,
            Desk.HANDLER,
            desk.take(ComplaintStep.REOPEN, Desk.HANDLER, closed));

    assertThat(desk.take(ComplaintStep.EXTEND, Desk.HANDLER, again).dueOn())
        .isEqualTo(LocalDate.of(2026, 6, 1));
  }

  @Test
  void theReviewAfterAnObjectionIsNotExtended() {
    Desk desk = new Desk();
    ComplaintView answered = desk.broughtTo(ComplaintStatus.FED_BACK, Complexity.COMPLEX);
    ComplaintView contested = desk.take(ComplaintStep.CONTEST, Desk.HANDLER, answered);

    refused(
        () -> desk.take(ComplaintStep.EXTEND, Desk.HANDLER, contested),
        ComplaintError.NO_EXTENSION);
  }

  @Test
  void missingTheQuickWayIsNotLateAndMeetingItStopsBothClocks() {
    Desk desk = new Desk("UK-DISP");
    ComplaintView quick = desk.broughtTo(ComplaintStatus.FED_BACK);
    assertThat(quick.clocks()).extracting(ClockView::met).containsExactly(true, true);

    ComplaintView slow = desk.broughtTo(ComplaintStatus.HANDLED);
    assertThat(slow.dueOn()).isEqualTo(LocalDate.of(2026, 4, 27));
    assertThat(slow.clocks())
        .as("all clocks, the nearest first, each with its own days")
        .extracting(ClockView::kind, ClockView::daysLeft)
        .containsExactly(tuple(ClockKind.SUMMARY, 3), tuple(ClockKind.ANSWER, 56));
    desk.daysPass(10);
    ComplaintView answered = desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, slow);
    assertThat(clock(answered, ClockKind.SUMMARY).met()).isFalse();
    assertThat(clock(answered, ClockKind.ANSWER).met()).isTrue();
    assertThat(answered.onTime()).isTrue();
  }

  @Test
  void aCalendarAnnouncedLaterDoesNotMoveACaseThatHasBegun() throws SQLException {
    String rules = rulesOfTheirOwn();
    Desk desk = new Desk(rules);
    ComplaintView before = received(desk, Complexity.SIMPLE, "2026-12-21T10:00+08:00");
    announceNewYear2027(rules);

    ComplaintView accepted =
        desk.step(
            Desk.HANDLER,
            facade ->
                facade.accept(
                    new AcceptComplaint(
                        before.id(), before.version(), null, Complexity.COMPLEX, null)));
    ComplaintView after = received(desk, Complexity.SIMPLE, "2026-12-21T10:00+08:00");

    assertThat(accepted.dueOn()).isEqualTo(LocalDate.of(2027, 1, 11));
    assertThat(after.dueOn()).isEqualTo(LocalDate.of(2027, 1, 12));
  }

  @Test
  void aCaseFollowsTheRulesOfTheDayOnWhichItWasReceived() throws SQLException {
    String code = "T-" + UUID.randomUUID().toString().substring(0, 8);
    asOwner(
        code,
        "insert into complaints.rule_pack (code, version, in_force, source)"
            + " values (?, 1, '2020-01-01', 'test')",
        "insert into complaints.deadline select r.code, 1, 'ANSWER', x, 15, 'CALENDAR'"
            + " from complaints.rule_pack r, unnest(array['SIMPLE', 'COMPLEX']) x"
            + " where r.code = ? and r.version = 1",
        "insert into complaints.rule_pack (code, version, in_force, source)"
            + " values (?, 2, '2026-03-01', 'test')",
        "insert into complaints.deadline select r.code, 2, 'ANSWER', x, 10, 'CALENDAR'"
            + " from complaints.rule_pack r, unnest(array['SIMPLE', 'COMPLEX']) x"
            + " where r.code = ? and r.version = 2");
    Desk desk = new Desk(code);
    desk.itIs("2026-03-05T02:00:00Z");

    assertThat(dueOn(desk, "2026-02-28T23:59:59+08:00")).isEqualTo(LocalDate.of(2026, 3, 15));
    assertThat(dueOn(desk, "2026-03-01T00:00:00+08:00")).isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(dueOn(desk, "2019-12-30T10:00:00+08:00"))
        .as("before there were any, by the first")
        .isEqualTo(LocalDate.of(2020, 1, 14));
  }

  private static LocalDate dueOn(Desk desk, String received) {
    Instant at = OffsetDateTime.parse(received).toInstant();
    return desk.<ComplaintView>as(
            Desk.OPERATOR, facade -> facade.record(Desk.received("年费争议", Complexity.SIMPLE, at)))
        .dueOn();
  }

  /** Rules of 15 working days by a calendar without holidays, for one test alone. */
  private static String rulesOfTheirOwn() throws SQLException {
    String code = "T-" + UUID.randomUUID().toString().substring(0, 8);
    asOwner(
        code,
        "insert into complaints.calendar values (?, 1, '2026-12-31', 'test')",
        "insert into complaints.rule_pack (code, version, calendar, in_force, source)"
            + " select code, 1, code, '2020-01-01', 'test' from complaints.calendar where code = ?",
        "insert into complaints.deadline select c.code, 1, 'ANSWER', x, 15, 'WORKING'"
            + " from complaints.calendar c, unnest(array['SIMPLE', 'COMPLEX']) x where c.code = ?");
    return code;
  }

  private static void announceNewYear2027(String code) throws SQLException {
    asOwner(
        code,
        "insert into complaints.calendar values (?, 2, '2027-12-31', 'test')",
        "insert into complaints.calendar_day values (?, 2, '2027-01-01', false, 'New Year')");
  }

  /** In one transaction, as a calendar's days come with it. */
  static void asOwner(String code, String... statements) throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setString(1, code);
          statement.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  private static ComplaintView received(Desk desk, Complexity complexity, String at) {
    Instant received = OffsetDateTime.parse(at).toInstant();
    desk.itIs(received.plusSeconds(60).toString());
    return desk.as(
        Desk.OPERATOR, facade -> facade.record(Desk.received("年费争议", complexity, received)));
  }

  private static ClockView clock(ComplaintView complaint, ClockKind kind) {
    return complaint.clocks().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  private static void refused(ThrowingCallable call, ErrorCode code) {
    assertThat(catchThrowableOfType(HeyiException.class, call))
        .isNotNull()
        .extracting(HeyiException::error)
        .isEqualTo(code);
  }
}
