package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Points raised, tasks of departments, notes, and who has a case open. */
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
        () -> desk.as(Desk.HANDLER, facade -> Desk.take(ComplaintStep.FEED_BACK, facade, at)),
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
  void notesAreForColleaguesAndLeaveTheCaseAsItIs() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);

    CaseFileView file =
        desk.work(Desk.HANDLER, facade -> facade.note(new WriteNote(at.id(), "客户情绪激动")));

    assertThat(file.notes()).extracting(NoteView::words).containsExactly("客户情绪激动");
    assertThat(desk.<ComplaintView>as(Desk.BRANCH, facade -> facade.view(at.id()))).isEqualTo(at);
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
  void nothingIsRaisedOrAskedOnceACaseIsOver() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.CLOSED);

    refused(() -> raise(at, "x"), ComplaintError.CASE_OVER);
    refused(() -> ask(at, "x", null), ComplaintError.CASE_OVER);
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
    return desk.work(
        Desk.HANDLER,
        facade -> facade.reply(new ReplyToPoint(at.id(), point.id(), point.version(), words)));
  }

  private CaseFileView ask(ComplaintView at, String department, String branch) {
    return desk.work(
        Desk.HANDLER,
        facade ->
            facade.ask(
                new AskDepartment(
                    at.id(), department, branch, null, "请核实", LocalDate.of(2026, 3, 5))));
  }

  private TaskView answer(ComplaintView at, TaskView task, com.heyi.shared.facade.Caller who) {
    return desk.work(who, facade -> facade.answer(new AnswerTask(at.id(), task.id(), "已调取监控")));
  }

  private static HeyiException refused(ThrowingCallable call, ErrorCode code) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused).isNotNull().extracting(HeyiException::error).isEqualTo(code);
    return refused;
  }
}
