package com.heyi.learning;

import static com.heyi.learning.LearningDesk.ADMIN;
import static com.heyi.learning.LearningDesk.COLLEAGUE;
import static com.heyi.learning.LearningDesk.HANDLER;
import static com.heyi.learning.LearningDesk.OPERATOR;
import static com.heyi.learning.LearningDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
  private final LearningDesk desk = new LearningDesk();

  @Test
  void aRetiredCauseTakesNoNewCasesAndThoseThatHaveItKeepIt() {
    String cause = desk.cause();
    CaseRef before = desk.caseIn(ComplaintStatus.CLOSED);
    CaseRef after = desk.caseIn(ComplaintStatus.CLOSED);
    desk.have(cause, before);

    desk.problems(ADMIN, facade -> facade.retire(new RetireCause(cause, 0, "并入他类")));

    CaseLearning kept = desk.problems(HANDLER, facade -> facade.ofCase(before.id()));
    assertThat(kept.cause()).isEqualTo(cause);
    assertThat(kept.causeRetired()).isTrue();
    assertThat(refused(() -> desk.have(cause, before)))
        .as("said again, it is no change")
        .isEqualTo("done");
    assertThat(refused(() -> desk.have(cause, after))).isEqualTo("learning.cause-retired");
    assertThat(refused(() -> desk.causeBelow(cause))).isEqualTo("learning.cause-retired");
    assertThat(node(cause).cases()).isEqualTo(1);
  }

  @Test
  void theTreeHasNoCirclesAndNoBranchOfARetiredNodeIsInUse() {
    String top = desk.cause();
    String middle = desk.causeBelow(top);
    String leaf = desk.causeBelow(middle);

    assertThat(node(leaf).depth()).isEqualTo(2);
    assertThat(
            refused(
                () ->
                    desk.problems(
                        ADMIN, facade -> facade.set(new SetCause(top, leaf, "x", null, 0)))))
        .isEqualTo("learning.cause-circle");
    assertThat(
            refused(
                () ->
                    desk.problems(
                        ADMIN, facade -> facade.set(new SetCause(top, top, "x", null, 0)))))
        .isEqualTo("learning.cause-circle");
    assertThat(
            refused(
                () -> desk.problems(ADMIN, facade -> facade.retire(new RetireCause(top, 0, "x")))))
        .isEqualTo("learning.cause-has-branches");
    assertThat(
            refused(
                () ->
                    desk.problems(
                        ADMIN, facade -> facade.set(new SetCause(top, null, "x", null, null)))))
        .isEqualTo("learning.cause-exists");
    assertThat(
            refused(
                () ->
                    desk.problems(
                        ADMIN, facade -> facade.set(new SetCause(top, null, "x", null, 7)))))
        .isEqualTo("version.moved");
  }

  @ParameterizedTest
  @EnumSource
  void aCauseIsKnownFromTheAnalysisOn(ComplaintStatus status) {
    Set<ComplaintStatus> knowable =
        EnumSet.of(
            ComplaintStatus.ANALYSED,
            ComplaintStatus.HANDLED,
            ComplaintStatus.FED_BACK,
            ComplaintStatus.CLOSED);
    String cause = desk.cause();
    CaseRef about = desk.caseIn(status);

    assertThat(refused(() -> desk.have(cause, about)))
        .isEqualTo(knowable.contains(status) ? "done" : "learning.case-too-early");
    assertThat(desk.problems(HANDLER, facade -> facade.ofCase(about.id())).settable())
        .isEqualTo(knowable.contains(status));
    assertThat(
            refused(
                () ->
                    desk.problems(
                        COLLEAGUE, facade -> facade.set(new SetCaseCause(about.id(), cause)))))
        .isEqualTo(
            knowable.contains(status) ? "learning.not-in-charge" : "learning.case-too-early");
  }

  @Test
  void aCaseIsLinkedOnceAndPartedWithAReasonThatStays() {
    CaseRef one = desk.caseIn(ComplaintStatus.CLOSED);
    CaseRef other = desk.caseIn(ComplaintStatus.RECORDED);
    ProblemView problem = open(null, one.number());

    assertThat(link(problem, one.id().toString())).isEqualTo("learning.linked-already");
    assertThat(link(problem, "TS-NOBODY")).isEqualTo("learning.case-unknown");
    assertThat(link(problem, other.id().toString())).as("an open case too").isEqualTo("done");
    assertThat(view(problem).row().cases()).isEqualTo(2);
    assertThat(desk.problems(HANDLER, facade -> facade.ofCase(one.id())).problems())
        .extracting(ProblemRow::id)
        .containsExactly(problem.id());

    desk.problems(HANDLER, facade -> facade.part(new PartCase(problem.id(), other.id(), "另有原因")));

    assertThat(view(problem).row().cases()).isEqualTo(1);
    assertThat(view(problem).cases())
        .filteredOn(linked -> linked.partedAt() != null)
        .extracting(ProblemCase::partedWhy)
        .containsExactly("另有原因");
    assertThat(
            refused(
                () ->
                    desk.problems(
                        HANDLER,
                        facade -> facade.part(new PartCase(problem.id(), other.id(), "又")))))
        .isEqualTo("learning.not-linked");
    assertThat(link(problem, other.number())).as("again").isEqualTo("done");
    CaseRef alike = desk.caseIn(ComplaintStatus.CLOSED);
    List<com.heyi.complaints.CaseLike> suggested =
        desk.problems(HANDLER, facade -> facade.suggestions(problem.id()));
    assertThat(suggested).extracting(like -> like.about().id()).containsExactly(alike.id());
  }

  @Test
  void anActionThatHelpedLetsTheProblemBeClosed() {
    String cause = desk.cause();
    ProblemView problem = open(cause, null);
    UUID loyal = Ids.next();
    // Before: three cases, one of them of the same customer within 90 days. After: one.
    desk.have(
        cause,
        desk.closedCase(loyal, LocalDate.of(2026, 2, 10)),
        desk.closedCase(loyal, LocalDate.of(2026, 2, 20)),
        desk.closedCase(Ids.next(), LocalDate.of(2026, 2, 2)),
        desk.closedCase(Ids.next(), LocalDate.of(2026, 3, 15)));
    ActionView action = planned(problem, HANDLER.user(), 1);
    assertThat(view(problem).row().status()).isEqualTo(ProblemStatus.IN_HAND);
    assertThat(close(problem)).isEqualTo("learning.problem-status");

    ActionView done = complete(action);

    assertThat(done.checkOn()).isEqualTo(LocalDate.of(2026, 6, 2));
    assertThat(view(problem).row().status()).isEqualTo(ProblemStatus.WATCHED);
    assertThat(close(problem)).isEqualTo("learning.actions-open");
    desk.todayIs(LocalDate.of(2026, 6, 1));
    assertThat(check(done)).isEqualTo("learning.check-early");

    // What the latest cases came from is found by now.
    desk.have(cause, desk.closedCase(Ids.next(), LocalDate.of(2026, 4, 2)));
    desk.todayIs(LocalDate.of(2026, 6, 2));
    assertThat(check(done)).isEqualTo("done");

    EffectView effect = view(problem).actions().get(0).effects().get(0);
    assertThat(effect.casesBefore()).isEqualTo(3);
    assertThat(effect.repeatsBefore()).isEqualTo(1);
    assertThat(effect.permilleBefore()).isEqualTo(333);
    assertThat(effect.casesAfter()).isEqualTo(2);
    assertThat(effect.repeatsAfter()).isZero();
    assertThat(effect.effective()).isTrue();
    assertThat(desk.told(HANDLER)).contains(NoticeKind.ACTION_HELPED);
    assertThat(close(problem)).isEqualTo("done");
    assertThat(view(problem).row().status()).isEqualTo(ProblemStatus.CLOSED);
    assertThat(link(problem, desk.caseIn(ComplaintStatus.CLOSED).number()))
        .isEqualTo("learning.problem-status");
  }

  /** From 10 December to 10 March are 90 days, so no repeat; from 11 December 89, so one. */
  @Test
  void aRepeatIsOneOfTheSamePersonUnderWhicheverRecordWithinNinetyDays() {
    String cause = desk.cause();
    desk.todayIs(LocalDate.of(2026, 4, 1));
    ProblemView problem = open(cause, null);
    UUID customer = Ids.next();
    UUID record = Ids.next();
    desk.have(
        cause,
        desk.closedCase(customer, LocalDate.of(2025, 12, 10)),
        desk.closedCase(customer, LocalDate.of(2026, 3, 10)),
        desk.closedCase(record, LocalDate.of(2026, 3, 20)),
        desk.closedCase(null, LocalDate.of(2026, 3, 21)),
        desk.closedCase(null, LocalDate.of(2026, 3, 22)));
    complete(planned(problem, HANDLER.user(), 1));
    desk.todayIs(LocalDate.of(2026, 7, 1));
    assertThat(check(view(problem).actions().get(0))).isEqualTo("done");
    assertThat(view(problem).actions().get(0).effects().get(0).casesBefore()).isEqualTo(4);
    assertThat(view(problem).actions().get(0).effects().get(0).repeatsBefore()).isZero();

    String other = desk.cause();
    desk.todayIs(LocalDate.of(2026, 4, 1));
    ProblemView second = open(other, null);
    desk.isReally(record, customer);
    desk.have(
        other,
        desk.closedCase(customer, LocalDate.of(2025, 12, 11)),
        desk.closedCase(customer, LocalDate.of(2026, 3, 10)),
        desk.closedCase(record, LocalDate.of(2026, 3, 20)));
    complete(planned(second, HANDLER.user(), 1));
    desk.todayIs(LocalDate.of(2026, 7, 1));
    assertThat(check(view(second).actions().get(0))).isEqualTo("done");
    assertThat(view(second).actions().get(0).effects().get(0).repeatsBefore()).isEqualTo(2);
  }

  @Test
  void oneThatDidNotHelpIsOpenAgainWithItsFiguresKept() {
    String cause = desk.cause();
    String below = desk.causeBelow(cause);
    ProblemView problem = open(cause, null);
    UUID unlucky = Ids.next();
    desk.have(below, desk.closedCase(unlucky, LocalDate.of(2026, 2, 10)));
    desk.have(
        cause,
        desk.closedCase(unlucky, LocalDate.of(2026, 3, 15)),
        desk.closedCase(Ids.next(), LocalDate.of(2026, 3, 16)));
    ActionView done = complete(planned(problem, HANDLER.user(), 1));
    desk.todayIs(LocalDate.of(2026, 6, 2));

    desk.as(
        LearningDesk.ADMIN,
        bench -> {
          bench.morning();
          return null;
        });

    ActionView open = view(problem).actions().get(0);
    assertThat(open.status()).isEqualTo(ActionStatus.OPEN);
    assertThat(open.round()).isEqualTo(2);
    assertThat(open.dueOn()).isEqualTo(LocalDate.of(2026, 7, 2));
    assertThat(open.effects()).hasSize(1);
    assertThat(open.effects().get(0).repeatsAfter()).as("of a cause below it").isEqualTo(1);
    assertThat(open.effects().get(0).effective()).isFalse();
    assertThat(view(problem).row().status()).isEqualTo(ProblemStatus.IN_HAND);
    assertThat(desk.told(HANDLER)).contains(NoticeKind.ACTION_DID_NOT_HELP);
    assertThat(check(done)).as("the version has moved").isEqualTo("version.moved");

    // The second round is checked by its own months, and kept beside the first.
    complete(open);
    desk.todayIs(LocalDate.of(2026, 9, 1));
    assertThat(check(view(problem).actions().get(0))).isEqualTo("done");
    assertThat(view(problem).actions().get(0).effects()).hasSize(2);
  }

  @Test
  void theOwnerIsRemindedOnceBeforeAndOnceAfterTheDay() {
    String owner = "op.owner." + desk.small;
    ProblemView problem = open(desk.cause(), null);
    planned(problem, owner, 3);
    var him = LearningDesk.person(owner, com.heyi.shared.facade.Role.OPERATOR);
    morning(LocalDate.of(2026, 3, 24));
    assertThat(desk.told(him)).isEmpty();
    morning(LocalDate.of(2026, 3, 25));
    morning(LocalDate.of(2026, 4, 1));
    assertThat(desk.told(him)).containsExactly(NoticeKind.ACTION_DUE);
    morning(LocalDate.of(2026, 4, 2));
    morning(LocalDate.of(2026, 4, 3));
    assertThat(desk.told(him)).containsExactly(NoticeKind.ACTION_OVERDUE, NoticeKind.ACTION_DUE);
    NoticeView first = desk.care(him, CareFacade::notices).get(0);
    assertThat(first.args()).containsExactly(problem.row().number(), "2026-04-01");
    assertThat(see(first, OPERATOR)).as("not his").isEqualTo("record.not-found");
    assertThat(see(first, him)).isEqualTo("done");
    assertThat(see(first, him)).isEqualTo("learning.handled-already");
    assertThat(desk.told(him)).containsExactly(NoticeKind.ACTION_DUE);
  }

  @Test
  void onlyTheOwnerOrAnAdministratorSaysThatItIsDone() {
    ProblemView problem = open(desk.cause(), null);
    ActionView action = planned(problem, "op.zhou", 1);
    assertThat(refused(() -> complete(action))).isEqualTo("learning.not-owner");
    assertThat(
            desk.problems(
                    ADMIN,
                    facade ->
                        facade.complete(new CompleteAction(action.id(), action.version(), "单号1")))
                .status())
        .isEqualTo(ActionStatus.DONE);
  }

  @Test
  void nothingIsPlannedWithoutACauseOrForYesterday() {
    ProblemView bare = open(null, null);
    assertThat(refused(() -> planned(bare, HANDLER.user(), 1)))
        .isEqualTo("learning.problem-without-cause");
    ProblemView problem = open(desk.cause(), null);
    assertThat(
            refused(
                () ->
                    desk.problems(
                        HANDLER,
                        facade ->
                            facade.plan(
                                new PlanAction(
                                    problem.id(), "x", "x", "x", desk.today().minusDays(1), 1)))))
        .isEqualTo("request.invalid");
  }

  @Test
  void aProblemWhoseActionsWereAllDroppedIsOpenAndCanBeClosedAsNone() {
    ProblemView problem = open(desk.cause(), null);
    ActionView action = planned(problem, HANDLER.user(), 1);
    desk.problems(
        HANDLER, facade -> facade.drop(new DropAction(action.id(), action.version(), "无必要")));
    assertThat(view(problem).row().status()).isEqualTo(ProblemStatus.OPEN);
    assertThat(close(problem)).isEqualTo("done");
    ProblemView closed = view(problem);
    ProblemView again =
        desk.problems(
            HANDLER,
            facade -> facade.reopen(new ReopenProblem(problem.id(), closed.version(), "再现")));
    assertThat(again.row().status()).isEqualTo(ProblemStatus.OPEN);
    assertThat(again.row().closedAt()).isNull();
  }

  @Test
  void theListFindsByStatusAndOwner() {
    String owner = "hd.owner." + desk.small;
    desk.problems(
        HANDLER, facade -> facade.open(new OpenProblem("年费未提示", "多件投诉", owner, null, null)));
    assertThat(
            desk.problems(
                    HANDLER,
                    facade ->
                        facade.list(
                            PageRequest.after(
                                null, 10, null, Map.of("owner", owner, "status", "OPEN"))))
                .items())
        .hasSize(1);
    assertThat(
            desk.problems(
                    HANDLER,
                    facade ->
                        facade.actions(PageRequest.after(null, 5, null, Map.of("owner", owner))))
                .items())
        .isEqualTo(List.of());
  }

  private void morning(LocalDate day) {
    desk.todayIs(day);
    desk.as(
        ADMIN,
        bench -> {
          bench.remind();
          return null;
        });
  }

  private String see(NoticeView notice, com.heyi.shared.facade.Caller caller) {
    return refused(
        () ->
            desk.care(
                caller,
                facade -> {
                  facade.see(new SeeNotice(notice.id()));
                  return null;
                }));
  }

  private CauseView node(String code) {
    return desk.problems(ADMIN, ProblemsFacade::causes).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private ProblemView open(String cause, String complaint) {
    return desk.problems(
        HANDLER,
        facade ->
            facade.open(new OpenProblem("年费未提示", "开卡时未说明", HANDLER.user(), cause, complaint)));
  }

  private ProblemView view(ProblemView problem) {
    return desk.problems(HANDLER, facade -> facade.view(problem.id()));
  }

  private ActionView planned(ProblemView problem, String owner, int months) {
    return desk.problems(
            HANDLER,
            facade ->
                facade.plan(
                    new PlanAction(
                        problem.id(),
                        "开卡页面补充说明",
                        "信用卡中心",
                        owner,
                        LocalDate.of(2026, 4, 1),
                        months)))
        .actions()
        .get(0);
  }

  private ActionView complete(ActionView action) {
    return desk.problems(
        HANDLER,
        facade ->
            facade.complete(new CompleteAction(action.id(), action.version(), "上线单 20260302")));
  }

  private String check(ActionView action) {
    return refused(
        () ->
            desk.problems(
                HANDLER, facade -> facade.check(new CheckAction(action.id(), action.version()))));
  }

  private String link(ProblemView problem, String complaint) {
    return refused(
        () -> desk.problems(HANDLER, facade -> facade.link(new LinkCase(problem.id(), complaint))));
  }

  private String close(ProblemView problem) {
    return refused(
        () ->
            desk.problems(
                HANDLER,
                facade ->
                    facade.close(
                        new CloseProblem(problem.id(), view(problem).version(), "已验证有效"))));
  }
}
