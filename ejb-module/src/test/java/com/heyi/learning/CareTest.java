package com.heyi.learning;

import static com.heyi.learning.LearningDesk.ADMIN;
import static com.heyi.learning.LearningDesk.COLLEAGUE;
import static com.heyi.learning.LearningDesk.HANDLER;
import static com.heyi.learning.LearningDesk.person;
import static com.heyi.learning.LearningDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ClockKind;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.DeadlineNear;
import com.heyi.complaints.WinBackOutcome;
import com.heyi.learning.internal.LearningBench;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CareTest {
  private final LearningDesk desk = new LearningDesk();
  private final Caller boss = person("hd.boss." + desk.small, Role.COMPLAINT_HANDLER);
  private final UUID customer = Ids.next();

  @Test
  void aSecondComplaintWithinThirtyDaysRaisesOneAlarm() {
    CaseRef first = desk.caseOf(customer);
    happens(bench -> bench.recorded(first));
    assertThat(alarms(first)).isEmpty();

    desk.todayIs(LocalDate.of(2026, 4, 1));
    CaseRef second = desk.caseOf(customer);
    happens(bench -> bench.recorded(second));

    assertThat(alarms(second))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.firstComplaint()).isEqualTo(first.number());
              assertThat(alarm.secondComplaint()).isEqualTo(second.number());
              assertThat(alarm.days()).isEqualTo(30);
              assertThat(alarm.first()).isEqualTo(FailureKind.COMPLAINED);
            });
    assertThat(desk.told(boss)).as("the leader").containsExactly(NoticeKind.SECOND_FAILURE);
    assertThat(desk.told(HANDLER)).as("the handler").contains(NoticeKind.SECOND_FAILURE);
  }

  @Test
  void oneLaterThanThatRaisesNone() {
    happens(bench -> bench.recorded(desk.caseOf(customer)));
    desk.todayIs(LocalDate.of(2026, 4, 2));
    CaseRef second = desk.caseOf(customer);
    happens(bench -> bench.recorded(second));
    assertThat(alarms(second)).isEmpty();
  }

  @Test
  void anotherCustomersComplaintIsNoSecondFailure() {
    happens(bench -> bench.recorded(desk.caseOf(customer)));
    CaseRef other = desk.caseOf(Ids.next());
    happens(bench -> bench.recorded(other));
    assertThat(alarms(other)).isEmpty();
    CaseRef nobody = desk.caseOf(null);
    happens(bench -> bench.recorded(nobody));
    assertThat(alarms(nobody)).isEmpty();
  }

  @Test
  void whoComplainsUnderAnotherOfHisRecordsIsFailedTwice() {
    UUID record = Ids.next();
    CaseRef first = desk.caseOf(record);
    happens(bench -> bench.recorded(first));
    desk.isReally(record, customer);
    CaseRef second = desk.caseOf(customer);
    happens(bench -> bench.recorded(second));
    assertThat(alarms(second)).hasSize(1);
    CaseRef third = desk.caseOf(record);
    happens(bench -> bench.recorded(third));
    assertThat(alarms(third)).hasSize(1);
  }

  @Test
  void aContestedAnswerAndAMissedDeadlineAreFailuresToo() {
    CaseRef one = desk.caseOf(customer);
    happens(bench -> bench.recorded(one));
    happens(bench -> bench.progressed(one, ComplaintStep.ACCEPT));
    happens(bench -> bench.progressed(one, ComplaintStep.CONTEST));
    happens(bench -> bench.near(near(one, 0)));
    assertThat(alarms(one))
        .extracting(alarm -> alarm.first() + " " + alarm.second())
        .containsExactlyInAnyOrder("COMPLAINED CONTESTED", "CONTESTED LATE");
  }

  @Test
  void anAlarmIsDealtWithOnce() {
    CaseRef one = desk.caseOf(customer);
    happens(bench -> bench.recorded(one));
    happens(bench -> bench.progressed(one, ComplaintStep.REVIEW));
    SecondFailureView alarm = alarms(one).get(0);
    HandleSecondFailure handling =
        new HandleSecondFailure(alarm.id(), alarm.version(), "行长当日回访并致歉");

    SecondFailureView handled = desk.care(COLLEAGUE, facade -> facade.handle(handling));

    assertThat(handled.handledBy()).isEqualTo(COLLEAGUE.user());
    assertThat(refused(() -> desk.care(HANDLER, facade -> facade.handle(handling))))
        .isEqualTo("version.moved");
    assertThat(
            refused(
                () ->
                    desk.care(
                        HANDLER,
                        facade ->
                            facade.handle(
                                new HandleSecondFailure(alarm.id(), handled.version(), "x")))))
        .isEqualTo("learning.handled-already");
    assertThat(alarms(one)).as("no more among the open ones").isEmpty();
  }

  @Test
  void aNearDeadlineReachesTheHandlerAndTheLeaderOnceForEachPoint() {
    CaseRef about = desk.caseIn(ComplaintStatus.ANALYSED);
    happens(bench -> bench.near(near(about, 5)));
    happens(bench -> bench.near(near(about, 5)));
    happens(bench -> bench.near(near(about, 0)));
    assertThat(desk.told(boss))
        .containsExactlyInAnyOrder(NoticeKind.DEADLINE_NEAR, NoticeKind.DEADLINE_MISSED);
    assertThat(desk.care(HANDLER, CareFacade::notices))
        .filteredOn(notice -> notice.args().contains(about.number()))
        .hasSize(2)
        .allSatisfy(
            notice -> assertThat(notice.args()).containsExactly(about.number(), "2026-03-17"));
  }

  @ParameterizedTest
  @EnumSource
  void aCustomerIsWonBackOnceHeHasHisAnswer(ComplaintStatus status) {
    boolean answered = status == ComplaintStatus.FED_BACK || status == ComplaintStatus.CLOSED;
    CaseRef about = desk.caseIn(status);
    assertThat(refused(() -> plan(about, HANDLER)))
        .isEqualTo(answered ? "done" : "learning.not-answered");
    assertThat(refused(() -> plan(about, COLLEAGUE))).isEqualTo("learning.not-in-charge");
  }

  @Test
  void whoStaysAndComplainsAgainWithinNinetyDaysWasNotWonBack() {
    CaseRef about = desk.closedCase(customer, LocalDate.of(2026, 2, 1));
    WinBackView task = plan(about, HANDLER);
    assertThat(desk.told(person("op.zhou", Role.OPERATOR))).contains(NoticeKind.WIN_BACK_DUE);
    FinishWinBack stays =
        new FinishWinBack(task.id(), task.version(), WinBackOutcome.STAYS, "登门致歉，客户愿意留下");
    assertThat(refused(() -> desk.care(HANDLER, facade -> facade.finish(stays))))
        .isEqualTo("learning.not-owner");
    assertThat(desk.care(person("op.zhou", Role.OPERATOR), facade -> facade.finish(stays)).won())
        .isTrue();

    desk.todayIs(LocalDate.of(2026, 5, 31));
    happens(bench -> bench.recorded(desk.caseOf(customer)));

    assertThat(tasks(about, "no").get(0).won()).isFalse();
    desk.todayIs(LocalDate.of(2026, 3, 2));
    assertThat(
            desk.care(ADMIN, CareFacade::winBackMonths).stream()
                .filter(month -> month.month().equals(java.time.YearMonth.of(2026, 3))))
        .singleElement()
        .satisfies(
            month -> {
              assertThat(month.done()).isPositive();
              assertThat(month.again()).isPositive();
            });
  }

  @Test
  void aComplaintAfterNinetyDaysDoesNotUndoIt() {
    CaseRef about = desk.closedCase(customer, LocalDate.of(2026, 2, 1));
    WinBackView task = plan(about, HANDLER);
    desk.care(
        ADMIN,
        facade ->
            facade.finish(
                new FinishWinBack(task.id(), task.version(), WinBackOutcome.STAYS, "已回访")));
    desk.todayIs(LocalDate.of(2026, 6, 1));
    happens(bench -> bench.recorded(desk.caseOf(customer)));
    assertThat(tasks(about, "no").get(0).won()).isTrue();
  }

  private static DeadlineNear near(CaseRef about, int daysBefore) {
    return new DeadlineNear(
        about.id(), ClockKind.ANSWER, LocalDate.of(2026, 3, 17), daysBefore, false);
  }

  private void happens(Consumer<LearningBench> what) {
    desk.as(
        HANDLER,
        bench -> {
          what.accept(bench);
          return null;
        });
  }

  @Test
  void whoseAccountIsTypedWithCapitalsIsToldAndEndsWhatIsHis() {
    CaseRef about = desk.closedCase(customer, LocalDate.of(2026, 2, 1));
    Caller qian = person("op.qian." + desk.small, Role.OPERATOR);
    WinBackView task =
        desk.care(
            HANDLER,
            facade ->
                facade.plan(
                    new PlanWinBack(
                        about.id(), " Op.Qian." + desk.mark, LocalDate.of(2026, 3, 10), "登门致歉")));

    assertThat(desk.told(qian)).containsExactly(NoticeKind.WIN_BACK_DUE);
    FinishWinBack stays =
        new FinishWinBack(task.id(), task.version(), WinBackOutcome.STAYS, "客户愿意留下");
    assertThat(desk.care(qian, facade -> facade.finish(stays)).won()).isTrue();
  }

  private WinBackView plan(CaseRef about, Caller by) {
    return desk.care(
        by,
        facade ->
            facade.plan(new PlanWinBack(about.id(), "op.zhou", LocalDate.of(2026, 3, 10), "登门致歉")));
  }

  private List<WinBackView> tasks(CaseRef about, String open) {
    return desk.care(
            HANDLER,
            facade ->
                facade.winBacks(
                    PageRequest.after(
                        null, 50, null, Map.of("complaint", about.id().toString(), "open", open))))
        .items();
  }

  private List<SecondFailureView> alarms(CaseRef about) {
    return desk.care(
            HANDLER,
            facade ->
                facade.secondFailures(
                    PageRequest.after(
                        null, 50, null, Map.of("complaint", about.id().toString(), "open", "yes"))))
        .items();
  }
}
