package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.complaints.internal.Actor;
import com.heyi.complaints.internal.CaseFile;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.testing.AtOnce;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Points raised, tasks of departments, calls promised, notes, and who has a case open. */
class CaseFileTest {
  private final Desk desk = new Desk();

  @Test
  void noAnswerGoesBeforeEveryPointHasItsReply() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.HANDLED);
    raise(at, "为何收取年费");
    CaseFileView file = raise(at, "要求书面道歉");
    assertThat(file.points()).extracting(PointView::seq).containsExactly(1, 2);
    assertPointsOpen(at, 2);
    reply(at, file.points().get(0), "首年免年费，次年刷卡六次免收");
    assertPointsOpen(at, 1);

    CaseFileView done = reply(at, file.points().get(1), "随函致歉");

    assertThat(desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, at).status())
        .isEqualTo(ComplaintStatus.FED_BACK);
    assertThat(done.points()).extracting(PointView::repliedBy).containsOnly("hd.li");
  }

  @Test
  void noAnswerGoesBeforeAnythingThatWasRaisedIsTakenDown() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.HANDLED);

    refused(
        () -> desk.step(Desk.HANDLER, facade -> Desk.take(ComplaintStep.FEED_BACK, facade, at)),
        ComplaintError.POINTS_NONE);
  }

  @Test
  void afterAnAnswerWasContestedTheOldRepliesAloneAreNoAnswer() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.FED_BACK);
    desk.itIs("2026-03-03T02:00:00Z");
    for (ComplaintStep step :
        List.of(ComplaintStep.CONTEST, ComplaintStep.ANALYSE, ComplaintStep.HANDLE)) {
      at = desk.take(step, Desk.HANDLER, at);
    }
    ComplaintView handled = at;
    refused(
        () -> desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, handled),
        ComplaintError.POINTS_CONTESTED);

    PointView old = desk.work(Desk.HANDLER, facade -> facade.file(handled.id())).points().get(0);
    reply(handled, old, "次年起按刷卡次数免收");

    assertThat(desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, handled).status())
        .isEqualTo(ComplaintStatus.FED_BACK);
  }

  @ParameterizedTest
  @EnumSource(names = {"REVIEW", "REOPEN"})
  void afterACaseWasTakenUpAgainTheOldRepliesAloneAreNoAnswer(ComplaintStep again) {
    ComplaintView at = desk.broughtTo(ComplaintStatus.CLOSED);
    desk.itIs("2026-03-03T02:00:00Z");
    at = desk.take(again, Desk.OPERATOR, at);
    for (ComplaintStep step :
        List.of(ComplaintStep.ACCEPT, ComplaintStep.ANALYSE, ComplaintStep.HANDLE)) {
      at = desk.take(step, Desk.COLLEAGUE, at);
    }
    ComplaintView handled = at;
    refused(
        () -> desk.take(ComplaintStep.FEED_BACK, Desk.COLLEAGUE, handled),
        ComplaintError.POINTS_CONTESTED);

    PointView old = desk.work(Desk.HANDLER, facade -> facade.file(handled.id())).points().get(0);
    reply(Desk.COLLEAGUE, handled, old, "经核查，原处理有误，已更正");

    assertThat(desk.take(ComplaintStep.FEED_BACK, Desk.COLLEAGUE, handled).status())
        .isEqualTo(ComplaintStatus.FED_BACK);
  }

  @Test
  void aPointThatIsTakenDownWhileTheAnswerGoesOutIsNotPassedOver() throws Exception {
    ComplaintView at = desk.broughtTo(ComplaintStatus.HANDLED);
    desk.addressed(at.id());
    CountDownLatch raised = new CountDownLatch(1);
    CompletableFuture<Void> colleague =
        CompletableFuture.runAsync(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em -> {
                          new CaseFile(em, desk.clock())
                              .raise(
                                  new RaisePoint(at.id(), "要求书面道歉"),
                                  Actor.of(Desk.OPERATOR, desk.clock().instant()));
                          em.flush();
                          raised.countDown();
                          pause();
                        }));
    assertThat(raised.await(10, TimeUnit.SECONDS)).isTrue();

    assertPointsOpen(at, 1);
    colleague.get(10, TimeUnit.SECONDS);
  }

  @Test
  void ofTwoPointsTakenDownAtOnceBothStay() throws Exception {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    AtOnce.all(
        Stream.of("一", "二", "三", "四")
            .map(words -> (Callable<CaseFileView>) () -> raise(at, words))
            .toList());
    assertThat(desk.<CaseFileView>work(Desk.HANDLER, facade -> facade.file(at.id())).points())
        .hasSize(4);
  }

  private static void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoWhoReplyToOnePointAtOnceDoNotOverwriteEachOther() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.HANDLED);
    PointView seen = raise(at, "为何收取年费").points().get(0);
    reply(at, seen, "说明一");

    refused(() -> reply(at, seen, "说明二"), CommonError.VERSION_MOVED);
  }

  @Test
  void severalDepartmentsWorkOnOneCaseAndABranchAnswersItsOwn() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    ask(at, "信用卡中心", null);
    CaseFileView file = ask(at, "网点", "B0202");
    TaskView branchs = file.tasks().get(1);
    assertThat(desk.<List<TaskView>>work(Desk.OTHER_BRANCH, DeskFacade::tasks))
        .extracting(TaskView::id)
        .contains(branchs.id())
        .doesNotContain(file.tasks().get(0).id());
    refused(() -> answer(at, branchs, Desk.BRANCH), CommonError.OTHER_BRANCH);

    TaskView done = answer(at, branchs, Desk.OTHER_BRANCH);

    assertThat(done.answer()).isEqualTo("已调取监控");
    assertThat(done.number()).isEqualTo(at.number());
    refused(() -> answer(at, branchs, Desk.HANDLER), ComplaintError.TASK_DONE);
    desk.daysPass(6);
    CaseFileView later = desk.work(Desk.HANDLER, facade -> facade.file(at.id()));
    assertThat(later.tasks()).extracting(TaskView::overdue).containsExactly(true, false);
  }

  @Test
  void aTaskIsNotDueInThePast() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);

    refused(
        () ->
            desk.work(
                Desk.HANDLER,
                facade ->
                    facade.ask(
                        new AskDepartment(
                            at.id(), "网点", null, null, "x", LocalDate.of(2026, 3, 1)))),
        CommonError.INVALID);
  }

  @Test
  void aCallPromisedAtTheCounterStandsWithWhoeverTakesTheCase() {
    Instant four = Instant.parse("2026-03-02T08:00:00Z");
    ComplaintView recorded = recordedWithACallAt(four);
    assertThat(callsOf(Desk.COLLEAGUE, recorded))
        .as("nobody has the case, so everybody at its level sees the promise")
        .hasSize(1);
    assertThat(callsOf(Desk.OPERATOR, recorded)).isEmpty();

    desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, recorded);

    TaskView call = callsOf(Desk.HANDLER, recorded).get(0);
    assertThat(call.callAt()).isEqualTo(four);
    assertThat(call.dueOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(call.overdue()).isFalse();
    assertThat(callsOf(Desk.COLLEAGUE, recorded)).isEmpty();
    desk.itIs("2026-03-02T08:00:00Z");
    assertThat(callsOf(Desk.HANDLER, recorded).get(0).overdue()).as("at the minute").isFalse();
    desk.itIs("2026-03-02T08:00:01Z");
    assertThat(callsOf(Desk.HANDLER, recorded).get(0).overdue()).isTrue();
  }

  @Test
  void whoIsNotReachedIsTriedAgainAndEachTryStaysWithItsOutcome() {
    Instant four = Instant.parse("2026-03-02T08:00:00Z");
    Instant tomorrow = Instant.parse("2026-03-03T01:30:00Z");
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    TaskView promised =
        desk.work(
            Desk.HANDLER,
            facade -> facade.promise(new PromiseCall(at.id(), four, null, null, "说明年费规则")));
    desk.itIs("2026-03-02T08:01:00Z");

    TaskView missed = finish(at, promised, CallOutcome.NOT_REACHED, tomorrow);

    assertThat(missed.outcome()).isEqualTo(CallOutcome.NOT_REACHED);
    assertThat(missed.doneBy()).isEqualTo(Desk.HANDLER.user());
    TaskView next = callsOf(Desk.HANDLER, at).get(0);
    assertThat(next.id()).isNotEqualTo(promised.id());
    assertThat(next.callAt()).isEqualTo(tomorrow);
    assertThat(next.ask()).isEqualTo("说明年费规则");
    refused(() -> finish(at, promised, CallOutcome.REACHED, null), ComplaintError.TASK_DONE);

    finish(at, next, CallOutcome.REACHED, null);

    assertThat(callsOf(Desk.HANDLER, at)).isEmpty();
    CaseFileView file = desk.work(Desk.HANDLER, facade -> facade.file(at.id()));
    assertThat(file.tasks())
        .extracting(TaskView::outcome)
        .containsExactly(CallOutcome.NOT_REACHED, CallOutcome.REACHED);
  }

  @Test
  void whoIsGivenUpAfterATryIsNotTriedAgain() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    TaskView call = promised(at, null);

    finish(at, call, CallOutcome.NOT_REACHED, null);

    assertThat(callsOf(Desk.HANDLER, at)).isEmpty();
  }

  @Test
  void aCallIsForATimeToComeAndEndsWithAnOutcomeOnly() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    Instant now = Instant.parse("2026-03-02T02:00:00Z");
    assertThat(fieldOf(() -> promised(at, now, null))).isEqualTo("callAt");
    assertThat(fieldOf(() -> recordedWithACallAt(now))).isEqualTo("callBackAt");
    TaskView call = promised(at, null);
    assertThat(fieldOf(() -> finish(at, call, CallOutcome.NOT_REACHED, now))).isEqualTo("againAt");
    assertThat(fieldOf(() -> finish(at, call, CallOutcome.REACHED, now.plusSeconds(60))))
        .as("who was reached is not tried again")
        .isEqualTo("againAt");
    refused(() -> answer(at, call, Desk.HANDLER), ComplaintError.TASK_KIND);
    TaskView asked = ask(at, "网点", null).tasks().get(1);
    refused(() -> finish(at, asked, CallOutcome.REACHED, null), ComplaintError.TASK_KIND);
    assertThat(callsOf(Desk.HANDLER, at)).extracting(TaskView::id).containsExactly(call.id());
    refused(() -> promised(desk.broughtTo(ComplaintStatus.CLOSED), null), ComplaintError.CASE_OVER);
  }

  @Test
  void whoHasAnInterestInACaseEndsNoneOfItsTasksButWhatHeWasAskedHimself() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    TaskView call = promised(at, null);
    TaskView asked = ask(at, "信用卡中心", null).tasks().get(1);
    TaskView askedHim = askedOf(at, "Teller.Sun");
    desk.take(ComplaintStep.NAME_STAFF, Desk.OPERATOR, at);
    Caller named = Desk.person("teller.sun", null, Role.OPERATOR);

    refused(() -> finish(named, at, call, CallOutcome.NOT_REACHED, null), ComplaintError.INTEREST);
    refused(() -> answer(at, asked, named), ComplaintError.INTEREST);

    assertThat(answer(at, askedHim, named).doneBy()).as("what he knows").isEqualTo(named.user());
  }

  @Test
  void aTaskThatIsSomebodysIsEndedByHimOrByWhoHasTheCase() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    TaskView one = askedOf(at, "op.qian");
    TaskView other = askedOf(at, "op.qian");
    refused(() -> answer(at, one, Desk.OPERATOR), ComplaintError.TASK_OF_ANOTHER);
    refused(() -> answer(at, one, Desk.COLLEAGUE), ComplaintError.TASK_OF_ANOTHER);

    assertThat(answer(at, one, Desk.person("op.qian", null, Role.OPERATOR)).doneBy())
        .isEqualTo("op.qian");
    assertThat(answer(at, other, Desk.HANDLER).doneBy()).isEqualTo(Desk.HANDLER.user());
  }

  @Test
  void aTaskOfABranchIsEndedByThatBranchOrByWhoHasTheCase() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    ask(at, "网点", "B0202");
    ask(at, "网点", "B0202");
    List<TaskView> tasks = ask(at, "网点", "B0202").tasks();
    TaskView call = promised(at, "B0202");
    Caller there = Desk.person("op.there", "B0202", Role.OPERATOR);
    Caller elsewhere = Desk.person("op.elsewhere", "B0303", Role.OPERATOR);

    for (Caller other : List.of(elsewhere, Desk.OPERATOR, Desk.COLLEAGUE)) {
      refused(() -> answer(at, tasks.get(0), other), ComplaintError.TASK_OF_BRANCH);
      refused(
          () -> finish(other, at, call, CallOutcome.REACHED, null), ComplaintError.TASK_OF_BRANCH);
    }

    assertThat(answer(at, tasks.get(0), there).doneBy()).isEqualTo(there.user());
    assertThat(answer(at, tasks.get(1), Desk.OTHER_BRANCH).doneBy())
        .isEqualTo(Desk.OTHER_BRANCH.user());
    assertThat(answer(at, tasks.get(2), Desk.HANDLER).doneBy()).isEqualTo(Desk.HANDLER.user());
    assertThat(finish(there, at, call, CallOutcome.REACHED, null).doneBy()).isEqualTo(there.user());
  }

  @Test
  void whoHasAnInterestInACasePromisesNoCall() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    desk.take(ComplaintStep.NAME_STAFF, Desk.OPERATOR, at);
    Instant when = Instant.parse("2026-03-02T08:00:00Z");
    PromiseCall his = new PromiseCall(at.id(), when, null, "teller.sun", null);

    refused(
        () ->
            desk.work(
                Desk.person("teller.sun", null, Role.OPERATOR), facade -> facade.promise(his)),
        ComplaintError.INTEREST);
  }

  /** A task of this account that nobody has answered yet, the latest. */
  private TaskView askedOf(ComplaintView at, String owner) {
    List<TaskView> all =
        desk.<CaseFileView>work(
                Desk.HANDLER,
                facade ->
                    facade.ask(
                        new AskDepartment(
                            at.id(), "网点", null, owner, "请说明", LocalDate.of(2026, 3, 5))))
            .tasks();
    return all.get(all.size() - 1);
  }

  @Test
  void aCallThatABranchPromisedIsTheBranchs() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    TaskView call = promised(at, "B0202");
    assertThat(callsOf(Desk.HANDLER, at)).isEmpty();
    assertThat(callsOf(Desk.OTHER_BRANCH, at)).extracting(TaskView::id).containsExactly(call.id());
    refused(
        () -> finish(Desk.BRANCH, at, call, CallOutcome.REACHED, null), CommonError.OTHER_BRANCH);

    Instant later = Instant.parse("2026-03-03T02:00:00Z");
    finish(Desk.OTHER_BRANCH, at, call, CallOutcome.NOT_REACHED, later);

    assertThat(callsOf(Desk.OTHER_BRANCH, at))
        .extracting(TaskView::callAt)
        .as("the branch tries again")
        .containsExactly(later);
  }

  @Test
  void whoStandsInForAHandlerSeesTheCallsOfHisCases() {
    String mark = Ids.next().toString().substring(24);
    Caller away = Desk.person("hd.away." + mark, null, Role.COMPLAINT_HANDLER);
    Caller standIn = Desk.person("hd.stands." + mark, null, Role.COMPLAINT_HANDLER);
    ComplaintView at = recordedWithACallAt(Instant.parse("2026-03-02T08:00:00Z"));
    desk.take(ComplaintStep.ACCEPT, away, at);
    assertThat(callsOf(standIn, at)).isEmpty();

    desk.work(
        Desk.ADMIN,
        facade ->
            facade.setMember(
                new SetDeskMember(
                    away.user(),
                    away.user(),
                    AuthorityLevel.BRANCH,
                    null,
                    List.of(),
                    List.of(),
                    10,
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 3, 9),
                    standIn.user(),
                    true,
                    null)));

    assertThat(callsOf(standIn, at)).hasSize(1);
  }

  @Test
  void aPromiseOutlivesItsCaseButNothingIsWrittenOnceItsTextsAreGone() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    TaskView asked = ask(at, "网点", "B0202").tasks().get(0);
    TaskView call = promised(at, null);
    desk.take(ComplaintStep.WITHDRAW, Desk.HANDLER, at);
    assertThat(callsOf(Desk.HANDLER, at)).hasSize(1);

    Desk.emptyTexts(at.id());

    assertThat(callsOf(Desk.HANDLER, at)).isEmpty();
    assertThat(desk.<List<TaskView>>work(Desk.OTHER_BRANCH, DeskFacade::tasks))
        .extracting(TaskView::id)
        .doesNotContain(asked.id());
    refused(() -> finish(at, call, CallOutcome.REACHED, null), ComplaintError.TEXTS_GONE);
    refused(() -> answer(at, asked, Desk.OTHER_BRANCH), ComplaintError.TEXTS_GONE);
    refused(
        () -> desk.work(Desk.HANDLER, facade -> facade.note(new WriteNote(at.id(), "客户电话"))),
        ComplaintError.TEXTS_GONE);
    for (String insert :
        List.of(
            "note (id, complaint_id, words, written_by, author, written_at)"
                + " values (:id, :complaint, '客户电话', 'x', 'x', now())",
            "task (id, version, complaint_id, kind, department, ask, due_on, asked_by, asked_at)"
                + " values (:id, 0, :complaint, 'ASK', '网点', '客户电话', now(), 'x', now())")) {
      assertThatThrownBy(() -> inserted(at, insert))
          .as("the database refuses it too")
          .hasStackTraceContaining("were erased");
    }
  }

  @Test
  void aNoteThatIsWrittenWhileACaseIsEmptiedIsRefused() throws Exception {
    ComplaintView at = desk.broughtTo(ComplaintStatus.WITHDRAWN);
    CountDownLatch emptied = new CountDownLatch(1);
    CompletableFuture<Void> erasure = CompletableFuture.runAsync(() -> emptiesSlowly(at, emptied));
    assertThat(emptied.await(10, TimeUnit.SECONDS)).isTrue();

    refused(
        () -> desk.work(Desk.HANDLER, facade -> facade.note(new WriteNote(at.id(), "客户电话"))),
        ComplaintError.TEXTS_GONE);
    erasure.get(10, TimeUnit.SECONDS);
  }

  private static void emptiesSlowly(ComplaintView at, CountDownLatch emptied) {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        PreparedStatement erase =
            connection.prepareStatement("select complaints.empty_texts(array[?]::uuid[])")) {
      connection.setAutoCommit(false);
      erase.setObject(1, at.id());
      erase.execute();
      emptied.countDown();
      pause();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int inserted(ComplaintView at, String what) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                em.createNativeQuery("insert into complaints." + what)
                    .setParameter("id", Ids.next())
                    .setParameter("complaint", at.id())
                    .executeUpdate());
  }

  @Test
  void notesAreForColleaguesAndLeaveTheCaseAsItIs() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);

    CaseFileView file =
        desk.work(Desk.HANDLER, facade -> facade.note(new WriteNote(at.id(), "客户情绪激动")));

    assertThat(file.notes()).extracting(NoteView::words).containsExactly("客户情绪激动");
    assertThat(desk.<ComplaintView>as(Desk.HANDLER, facade -> facade.view(at.id()))).isEqualTo(at);
  }

  @Test
  void whoTakesDownAPointAtTheCounterIsAnsweredNothingElseOfWhatTheDeskKeeps() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    desk.work(Desk.HANDLER, facade -> facade.note(new WriteNote(at.id(), "客户情绪激动")));
    ask(at, "网点", "B0202");
    desk.work(Desk.COLLEAGUE, facade -> facade.present(at.id()));

    CaseFileView counter =
        desk.work(Desk.OPERATOR, facade -> facade.raise(new RaisePoint(at.id(), "为何收取年费")));

    assertThat(counter.points()).extracting(PointView::raised).containsExactly("为何收取年费");
    assertThat(counter.notes()).isEmpty();
    assertThat(counter.tasks()).isEmpty();
    assertThat(counter.alsoHere()).isEmpty();
    CaseFileView handler = raise(at, "要求书面道歉");
    assertThat(handler.notes()).hasSize(1);
    assertThat(handler.tasks()).hasSize(1);
    assertThat(handler.alsoHere()).hasSize(1);
  }

  @Test
  void twoWhoHaveTheCaseOpenAreToldOfEachOtherUntilOneLeaves() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    assertThat(desk.<List<PresenceView>>work(Desk.HANDLER, one -> one.present(at.id()))).isEmpty();

    assertThat(desk.<List<PresenceView>>work(Desk.COLLEAGUE, one -> one.present(at.id())))
        .extracting(PresenceView::account)
        .containsExactly("hd.li");
    desk.itIs("2026-03-02T02:02:00Z");
    assertThat(desk.<List<PresenceView>>work(Desk.COLLEAGUE, one -> one.present(at.id())))
        .as("two minutes without a sign")
        .isEmpty();
  }

  @Test
  void whoHadACaseOpenIsForgottenAfterAnHourWhicheverCaseIsOpenedNext() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    desk.<List<PresenceView>>work(Desk.HANDLER, one -> one.present(at.id()));
    desk.itIs("2026-03-02T03:00:00Z");
    ComplaintView next = desk.recorded();

    desk.<List<PresenceView>>work(Desk.COLLEAGUE, one -> one.present(next.id()));

    Long rows =
        TestDatabase.get()
            .inTransaction(
                em ->
                    (Long)
                        em.createNativeQuery(
                                "select count(*) from complaints.presence"
                                    + " where complaint_id = :complaint",
                                Long.class)
                            .setParameter("complaint", at.id())
                            .getSingleResult());
    assertThat(rows).isZero();
  }

  @Test
  void nothingIsRaisedOrAskedOnceACaseIsOver() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.CLOSED);

    refused(() -> raise(at, "x"), ComplaintError.CASE_OVER);
    refused(() -> ask(at, "x", null), ComplaintError.CASE_OVER);
  }

  @Test
  void whatTheAnswerSaysAndWhoIsAskedIsForWhoHasTheCase() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    PointView point = raise(at, "为何收取年费").points().get(0);

    refused(
        () ->
            desk.work(
                Desk.COLLEAGUE,
                facade -> facade.reply(new ReplyToPoint(at.id(), point.id(), 0, "无需答复"))),
        ComplaintError.NOT_IN_CHARGE);
    refused(
        () ->
            desk.work(
                Desk.COLLEAGUE,
                facade ->
                    facade.ask(
                        new AskDepartment(
                            at.id(), "网点", null, null, "x", LocalDate.of(2026, 3, 5)))),
        ComplaintError.NOT_IN_CHARGE);
    desk.step(
        Desk.OPERATOR,
        facade ->
            facade.nameStaff(
                new NameStaff(at.id(), at.version(), Desk.HANDLER.user(), StaffPart.NAMED, null)));
    refused(() -> reply(at, point, "无需答复"), ComplaintError.INTEREST);
    refused(() -> raise(at, "另一事"), ComplaintError.INTEREST);
  }

  private void assertPointsOpen(ComplaintView at, long open) {
    HeyiException refused =
        refused(
            () -> desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, at), ComplaintError.POINTS_OPEN);
    assertThat(refused.args()).containsExactly(open);
  }

  private CaseFileView raise(ComplaintView at, String words) {
    return desk.work(Desk.HANDLER, facade -> facade.raise(new RaisePoint(at.id(), words)));
  }

  private CaseFileView reply(ComplaintView at, PointView point, String words) {
    return reply(Desk.HANDLER, at, point, words);
  }

  private CaseFileView reply(Caller who, ComplaintView at, PointView point, String words) {
    return desk.work(
        who, facade -> facade.reply(new ReplyToPoint(at.id(), point.id(), point.version(), words)));
  }

  private CaseFileView ask(ComplaintView at, String department, String branch) {
    return desk.work(
        Desk.HANDLER,
        facade ->
            facade.ask(
                new AskDepartment(
                    at.id(), department, branch, null, "请核实", LocalDate.of(2026, 3, 5))));
  }

  private TaskView answer(ComplaintView at, TaskView task, Caller who) {
    return desk.work(who, facade -> facade.answer(new AnswerTask(at.id(), task.id(), "已调取监控")));
  }

  private ComplaintView recordedWithACallAt(Instant at) {
    return desk.as(
        Desk.OPERATOR,
        facade ->
            facade.record(
                new RecordComplaint(
                    ComplaintChannel.CALLBACK,
                    null,
                    "李娜",
                    "13800138000",
                    "B0101",
                    "信用卡",
                    null,
                    null,
                    null,
                    "多收了年费，请回电",
                    null,
                    null,
                    null,
                    null,
                    at)));
  }

  private TaskView promised(ComplaintView at, String branch) {
    return promised(at, Instant.parse("2026-03-02T08:00:00Z"), branch);
  }

  private TaskView promised(ComplaintView at, Instant when, String branch) {
    return desk.work(
        Desk.HANDLER, facade -> facade.promise(new PromiseCall(at.id(), when, branch, null, null)));
  }

  private TaskView finish(ComplaintView at, TaskView call, CallOutcome outcome, Instant again) {
    return finish(Desk.HANDLER, at, call, outcome, again);
  }

  private TaskView finish(
      Caller who, ComplaintView at, TaskView call, CallOutcome outcome, Instant again) {
    return desk.work(
        who, facade -> facade.finish(new FinishCall(at.id(), call.id(), outcome, "已拨打", again)));
  }

  /** The open calls of this case among somebody's tasks. */
  private List<TaskView> callsOf(Caller who, ComplaintView at) {
    return desk.<List<TaskView>>work(who, DeskFacade::tasks).stream()
        .filter(task -> task.complaintId().equals(at.id()) && task.kind() == TaskKind.CALL)
        .toList();
  }

  private static String fieldOf(ThrowingCallable call) {
    return refused(call, CommonError.INVALID).fields().get(0).field();
  }

  private static HeyiException refused(ThrowingCallable call, ErrorCode code) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused).isNotNull().extracting(HeyiException::error).isEqualTo(code);
    return refused;
  }
}
