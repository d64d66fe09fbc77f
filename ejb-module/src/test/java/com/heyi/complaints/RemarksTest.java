package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.CustomerRef;
import com.heyi.messages.NewMessage;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemarksTest {
  private final Desk desk = new Desk();

  @Test
  void praiseGoesToItsDepartmentIsThankedForAndCountsForWhoIsNamed() {
    String teller = "teller." + com.heyi.shared.value.Ids.next();
    CustomerRef customer = desk.customerOf("B0101");
    RemarkView praise =
        desk.remarks(
            Desk.OPERATOR,
            facade -> facade.record(said(RemarkKind.PRAISE, customer.number(), null, teller)));
    assertThat(praise.row().number()).startsWith("BY20260302-");

    RemarkView passed = take(RemarkStep.PASS_ON, Desk.OPERATOR, praise);
    RemarkView thanked = take(RemarkStep.ANSWER, Desk.HANDLER, passed);
    RemarkView closed = take(RemarkStep.CLOSE, Desk.HANDLER, thanked);

    assertThat(closed.row().status()).isEqualTo(RemarkStatus.CLOSED);
    assertThat(closed.steps())
        .extracting(RemarkStepView::step)
        .containsExactly(
            RemarkStep.RECORD, RemarkStep.PASS_ON, RemarkStep.ANSWER, RemarkStep.CLOSE);
    assertThat(desk.remarks(Desk.ADMIN, RemarksFacade::praised))
        .contains(new PraiseCount(teller, 1));
    assertThat(desk.events.stream().filter(NewMessage.class::isInstance))
        .extracting(message -> ((NewMessage) message).template())
        .containsExactly("remark.received", "remark.thanked");
  }

  /** Every step, in every status; against the table written down once more. */
  @ParameterizedTest
  @EnumSource
  void everyStepInEveryStatus(RemarkStatus status) {
    Map<RemarkStatus, String> possible =
        Map.of(
            RemarkStatus.RECORDED, "PASS_ON TURN",
            RemarkStatus.PASSED_ON, "PASS_ON ANSWER TURN",
            RemarkStatus.ANSWERED, "CLOSE TURN",
            RemarkStatus.CLOSED, "TURN",
            RemarkStatus.TURNED, "");
    for (RemarkStep step : RemarkStep.values()) {
      if (step == RemarkStep.RECORD) {
        continue;
      }
      RemarkView at = broughtTo(status);
      boolean can = possible.get(status).matches(".*\\b" + step + "\\b.*");
      assertThat(refused(() -> take(step, Desk.HANDLER, at)))
          .as("%s in %s", step, status)
          .isEqualTo(can ? "done" : "remark.status");
      assertThat(at.possible().contains(step)).isEqualTo(can);
    }
  }

  @Test
  void aRemarkThatIsAComplaintHasItsClockSinceItWasReceived() {
    RemarkView remark =
        desk.remarks(
            Desk.OPERATOR,
            facade ->
                facade.record(
                    said(
                        RemarkKind.SUGGESTION, null, Instant.parse("2026-02-10T02:00:00Z"), null)));
    RemarkView turned = take(RemarkStep.TURN, Desk.OPERATOR, remark);

    ComplaintView complaint = desk.as(Desk.HANDLER, facade -> facade.view(turned.intoComplaint()));
    assertThat(complaint.status()).isEqualTo(ComplaintStatus.RECORDED);
    assertThat(complaint.dueOn()).isEqualTo(LocalDate.of(2026, 2, 25));
    assertThat(complaint.overdue()).as("the days it was hidden count").isTrue();
    assertThat(complaint.narrative()).isEqualTo("希望增设无障碍通道");
    assertThat(desk.events).contains(new ComplaintRecorded(complaint.id(), null));
  }

  @Test
  void aComplaintThatIsNoneLeavesTheFiguresAndComesBackWithItsDeadline() {
    String branch = "B7" + (System.nanoTime() % 100_000_000);
    ComplaintView complaint =
        desk.as(Desk.OPERATOR, facade -> facade.record(Desk.atBranch(branch, "希望延长营业时间")));
    assertThat(received(branch)).isEqualTo(1);
    LocalDate due = complaint.dueOn();

    RemarkView remark =
        desk.remarks(
            Desk.HANDLER,
            facade ->
                facade.turn(
                    new TurnIntoRemark(
                        complaint.id(), complaint.version(), RemarkKind.SUGGESTION, "客户只提建议")));

    ComplaintView turned = desk.as(Desk.HANDLER, facade -> facade.view(complaint.id()));
    assertThat(turned.status()).isEqualTo(ComplaintStatus.TURNED);
    assertThat(received(branch)).isZero();
    assertThat(remark.fromComplaint()).isEqualTo(complaint.id());
    assertThat(remark.row().receivedAt()).isEqualTo(complaint.receivedAt());
    assertThat(desk.events)
        .contains(new ComplaintProgressed(complaint.id(), null, ComplaintStep.TURN));

    desk.daysPass(20);
    RemarkView back = take(RemarkStep.TURN, Desk.OPERATOR, remark);

    ComplaintView again = desk.as(Desk.HANDLER, facade -> facade.view(complaint.id()));
    assertThat(back.intoComplaint()).as("the same one").isEqualTo(complaint.id());
    assertThat(again.status()).isEqualTo(ComplaintStatus.RECORDED);
    assertThat(again.dueOn()).isEqualTo(due);
    assertThat(again.overdue()).isTrue();
    assertThat(received(branch)).isEqualTo(1);
  }

  @Test
  void whatWasDecidedIsNoSuggestionAnyMore() {
    ComplaintView handled = desk.broughtTo(ComplaintStatus.HANDLED);
    assertThat(
            refused(
                () ->
                    desk.remarks(
                        Desk.HANDLER,
                        facade ->
                            facade.turn(
                                new TurnIntoRemark(
                                    handled.id(), handled.version(), RemarkKind.SUGGESTION, "x")))))
        .isEqualTo("complaint.wrong-step");
  }

  @Test
  void whatWasAnsweredAsAComplaintWasOneThoughItIsContested() {
    ComplaintView contested =
        desk.take(ComplaintStep.CONTEST, Desk.HANDLER, desk.broughtTo(ComplaintStatus.FED_BACK));
    assertThat(contested.status()).isEqualTo(ComplaintStatus.ACCEPTED);
    assertThat(contested.possibleSteps()).doesNotContain(ComplaintStep.TURN);
    assertThat(
            refused(
                () ->
                    desk.remarks(
                        Desk.HANDLER,
                        facade ->
                            facade.turn(
                                new TurnIntoRemark(
                                    contested.id(), contested.version(), RemarkKind.PRAISE, "x")))))
        .isEqualTo("complaint.wrong-step");
  }

  @Test
  void aBranchSystemRecordsSeesAndAnswersItsOwn() {
    RemarkView own =
        desk.remarks(
            Desk.BRANCH, facade -> facade.record(said(RemarkKind.SUGGESTION, null, null, null)));
    assertThat(own.row().branch()).isEqualTo("B0101");
    RemarkView passed = take(RemarkStep.PASS_ON, Desk.OPERATOR, own);
    assertThat(refused(() -> take(RemarkStep.ANSWER, Desk.OTHER_BRANCH, passed)))
        .isEqualTo("auth.other-branch");
    assertThat(refused(() -> desk.remarks(Desk.OTHER_BRANCH, facade -> facade.view(own.id()))))
        .isEqualTo("auth.other-branch");
    assertThat(take(RemarkStep.ANSWER, Desk.BRANCH, passed).answer()).isEqualTo("感谢您");
    assertThat(
            desk.remarks(
                    Desk.OTHER_BRANCH,
                    facade -> facade.list(PageRequest.after(null, 50, null, Map.of())))
                .items())
        .noneMatch(row -> row.id().equals(own.id()));
  }

  @Test
  void onlyPraiseNamesStaffAndNothingIsReceivedTomorrow() {
    assertThat(
            refused(
                () ->
                    desk.remarks(
                        Desk.OPERATOR,
                        facade ->
                            facade.record(said(RemarkKind.SUGGESTION, null, null, "teller.sun")))))
        .isEqualTo("request.invalid");
    assertThat(
            refused(
                () ->
                    desk.remarks(
                        Desk.OPERATOR,
                        facade ->
                            facade.record(
                                said(
                                    RemarkKind.PRAISE,
                                    null,
                                    Instant.parse("2026-03-03T02:00:00Z"),
                                    null)))))
        .isEqualTo("request.invalid");
    assertThat(
            refused(
                () ->
                    desk.remarks(
                        Desk.OPERATOR,
                        facade -> facade.record(said(RemarkKind.PRAISE, "C-NOBODY", null, null)))))
        .isEqualTo("complaint.customer-unknown");
  }

  private long received(String branch) {
    Caller system = Desk.person("branch-" + branch, branch, com.heyi.shared.facade.Role.BRANCH);
    return desk.as(system, ComplaintsFacade::figures).received().stream()
        .mapToLong(ComplaintFigures.Received::count)
        .sum();
  }

  private RemarkView broughtTo(RemarkStatus status) {
    RemarkView remark =
        desk.remarks(
            Desk.OPERATOR, facade -> facade.record(said(RemarkKind.SUGGESTION, null, null, null)));
    return switch (status) {
      case RECORDED -> remark;
      case PASSED_ON -> take(RemarkStep.PASS_ON, Desk.HANDLER, remark);
      case ANSWERED -> take(RemarkStep.ANSWER, Desk.HANDLER, broughtTo(RemarkStatus.PASSED_ON));
      case CLOSED -> take(RemarkStep.CLOSE, Desk.HANDLER, broughtTo(RemarkStatus.ANSWERED));
      case TURNED -> take(RemarkStep.TURN, Desk.HANDLER, remark);
    };
  }

  private RemarkView take(RemarkStep step, Caller caller, RemarkView at) {
    return desk.remarks(
        caller,
        facade ->
            switch (step) {
              case PASS_ON -> facade.passOn(new PassOnRemark(at.id(), at.version(), "零售业务部"));
              case ANSWER -> facade.answer(new AnswerRemark(at.id(), at.version(), "感谢您"));
              case CLOSE -> facade.close(new CloseRemark(at.id(), at.version()));
              case TURN -> facade.turn(new TurnIntoComplaint(at.id(), at.version(), "客户要求赔偿"));
              case RECORD -> throw new IllegalArgumentException("Begins a remark");
            });
  }

  private static RecordRemark said(
      RemarkKind kind, String customer, Instant receivedAt, String staff) {
    return new RecordRemark(
        kind,
        ComplaintChannel.COUNTER,
        customer,
        customer == null ? "王芳" : null,
        customer == null ? "13800138000" : null,
        null,
        null,
        "希望增设无障碍通道",
        staff,
        receivedAt);
  }

  private static String refused(Runnable call) {
    try {
      call.run();
    } catch (HeyiException e) {
      return e.code();
    }
    return "done";
  }
}
