package com.heyi.complaints;

import static com.heyi.complaints.ComplaintStatus.ACCEPTED;
import static com.heyi.complaints.ComplaintStatus.FED_BACK;
import static com.heyi.complaints.ComplaintStatus.HANDLED;
import static com.heyi.complaints.ComplaintStatus.RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.internal.Parties;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintsFacadeTest {
  private final Desk desk = new Desk();

  @Test
  void aComplaintGoesItsWayAndEveryStepIsWrittenDown() {
    ComplaintView closed = desk.broughtTo(ComplaintStatus.CLOSED);
    assertThat(closed.steps())
        .extracting(StepView::step)
        .containsExactly(
            ComplaintStep.RECORD,
            ComplaintStep.ACCEPT,
            ComplaintStep.ANALYSE,
            ComplaintStep.HANDLE,
            ComplaintStep.FEED_BACK,
            ComplaintStep.CLOSE);
    assertThat(closed.steps().get(0).who()).isEqualTo("op.wang");
    assertThat(closed.steps().get(2).roles()).isEqualTo("complaint-handler");
    assertThat(closed.steps().get(2).detail())
        .containsExactly(
            Map.entry("cause", "DISCLOSURE"),
            Map.entry("business", "银行卡"),
            Map.entry("department", "信用卡中心"),
            Map.entry("finding", "未提示年费规则"));
    assertThat(closed.onTime()).isTrue();
    assertThat(closed.satisfaction()).isEqualTo(4);
    assertThat(closed.possibleSteps())
        .containsExactly(
            ComplaintStep.TAKE_BACK,
            ComplaintStep.WIN_BACK,
            ComplaintStep.HOLD_TO_ACCOUNT,
            ComplaintStep.RECTIFY,
            ComplaintStep.REVIEW,
            ComplaintStep.REOPEN);
    assertThat(desk.events)
        .containsExactly(
            new ComplaintRecorded(closed.id(), null),
            new ComplaintProgressed(closed.id(), null, ComplaintStep.RECORD),
            new ComplaintProgressed(closed.id(), null, ComplaintStep.ACCEPT),
            new ComplaintProgressed(closed.id(), null, ComplaintStep.ANALYSE),
            new ComplaintProgressed(closed.id(), null, ComplaintStep.HANDLE),
            new ComplaintProgressed(closed.id(), null, ComplaintStep.FEED_BACK),
            new ComplaintClosed(closed.id(), null),
            new ComplaintProgressed(closed.id(), null, ComplaintStep.CLOSE));
  }

  @Test
  void whatIsReadBackIsWhatWasAnswered() {
    ComplaintView answered = desk.broughtTo(HANDLED);
    assertThat(desk.<ComplaintView>as(Desk.HANDLER, facade -> facade.view(answered.id())))
        .isEqualTo(answered);
    assertThat(
            desk.<ComplaintView>as(Desk.HANDLER, facade -> facade.viewByNumber(answered.number())))
        .isEqualTo(answered);
  }

  /** Those that begin a case, and those of the facades for redress and for remarks. */
  private static final Set<ComplaintStep> NOT_OF_THIS_FACADE =
      Set.of(
          ComplaintStep.RECORD,
          ComplaintStep.IMPORT,
          ComplaintStep.COMPENSATE,
          ComplaintStep.TAKE_BACK,
          ComplaintStep.TURN_BACK);

  static List<Arguments> everyStepInEveryStatus() {
    List<Arguments> all = new ArrayList<>();
    for (ComplaintStatus status : ComplaintStatus.values()) {
      for (ComplaintStep step : ComplaintStep.values()) {
        if (!NOT_OF_THIS_FACADE.contains(step)) {
          all.add(Arguments.of(status, step));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("everyStepInEveryStatus")
  void theDeskTakesAStepExactlyWhereTheProcessAllowsIt(ComplaintStatus status, ComplaintStep step) {
    Complexity complexity = step == ComplaintStep.EXTEND ? Complexity.COMPLEX : Complexity.SIMPLE;
    ComplaintView at = desk.broughtTo(status, complexity);
    if (step.leadsFrom(status).isPresent()) {
      ComplaintView after = desk.take(step, Desk.HANDLER, at);
      assertThat(after.status()).isEqualTo(step.leadsFrom(status).get());
      assertThat(after.version()).isGreaterThan(at.version());
      assertThat(after.steps()).hasSize(at.steps().size() + 1);
    } else {
      HeyiException refused =
          catchThrowableOfType(HeyiException.class, () -> desk.take(step, Desk.HANDLER, at));
      assertThat(refused.error()).isEqualTo(ComplaintError.WRONG_STEP);
      assertThat(refused.args()).containsExactly(step, status, at.possibleSteps());
      assertThat(desk.<ComplaintView>as(Desk.HANDLER, facade -> facade.view(at.id())))
          .isEqualTo(at);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, EXTEND",
    "ACCEPTED, ANALYSE",
    "ANALYSED, HANDLE",
    "HANDLED, FEED_BACK",
    "FED_BACK, CONTEST",
    "FED_BACK, CLOSE"
  })
  void onlyWhoIsInChargeBringsACaseOnAndAColleagueMustTakeItOverFirst(
      ComplaintStatus status, ComplaintStep step) {
    ComplaintView at = desk.broughtTo(status, Complexity.COMPLEX);
    assertError(() -> desk.take(step, Desk.COLLEAGUE, at), ComplaintError.NOT_IN_CHARGE);
    ComplaintView taken = desk.take(ComplaintStep.ASSIGN, Desk.COLLEAGUE, at);
    assertThat(taken.handler()).isEqualTo("hd.zhao");
    assertThat(desk.take(step, Desk.COLLEAGUE, taken).status())
        .isEqualTo(step.leadsFrom(at.status()).get());
  }

  @Test
  void anAdministratorHandsOutACaseWithoutHandlingIt() {
    ComplaintView recorded = desk.recorded();
    ComplaintView accepted =
        desk.step(
            Desk.ADMIN,
            facade ->
                facade.accept(
                    new AcceptComplaint(
                        recorded.id(), recorded.version(), "hd.zhao", null, "转信用卡组")));
    assertThat(accepted.handler()).isEqualTo("hd.zhao");
    assertThat(desk.take(ComplaintStep.ANALYSE, Desk.COLLEAGUE, accepted).status())
        .isEqualTo(ComplaintStatus.ANALYSED);
  }

  @Test
  void aCaseThatNamedSomebodyIsStillShownOnceItsTextsAreGone() {
    ComplaintView named =
        desk.take(
            ComplaintStep.NAME_STAFF, Desk.OPERATOR, desk.broughtTo(ComplaintStatus.FED_BACK));
    ComplaintView closed = desk.take(ComplaintStep.CLOSE, Desk.HANDLER, named);

    Desk.emptyTexts(closed.id());

    ComplaintView shown = desk.as(Desk.HANDLER, facade -> facade.view(closed.id()));
    assertThat(shown.textsErased()).isTrue();
    assertThat(shown.status()).isEqualTo(ComplaintStatus.CLOSED);
  }

  @Test
  void whoHasSeenAnOldVersionIsRefused() {
    ComplaintView recorded = desk.recorded();
    desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, recorded);
    assertError(
        () -> desk.take(ComplaintStep.ACCEPT, Desk.COLLEAGUE, recorded), CommonError.VERSION_MOVED);
  }

  @Test
  void ofTwoHandlersAtOnceOnlyOneTakesTheCase() {
    ComplaintView recorded = desk.recorded();
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em -> {
                          // The second has read the case before the first is done.
                          desk.within(em, Desk.COLLEAGUE, facade -> facade.view(recorded.id()));
                          desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, recorded);
                          desk.stepWithin(
                              em,
                              Desk.COLLEAGUE,
                              facade -> Desk.take(ComplaintStep.ACCEPT, facade, recorded));
                        }))
        .isInstanceOf(PersistenceException.class);
    ComplaintView now = desk.as(Desk.OPERATOR, facade -> facade.view(recorded.id()));
    assertThat(now.handler()).isEqualTo("hd.li");
    assertThat(now.steps()).hasSize(2);
  }

  @Test
  void aContestedAnswerGoesBackToTheAnalysisWithAClockForTheReview() {
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView answered = desk.broughtTo(FED_BACK);
    assertThat(answered.daysLeft()).isNull();
    assertThat(answered.onTime()).isTrue();
    desk.daysPass(20);
    ComplaintView contested = desk.take(ComplaintStep.CONTEST, Desk.HANDLER, answered);
    assertThat(contested.status()).isEqualTo(ACCEPTED);
    assertThat(contested.onTime()).isNull();
    assertThat(contested.dueOn()).isEqualTo(LocalDate.of(2026, 4, 21));
    assertThat(contested.clocks())
        .extracting(ClockView::kind, ClockView::met)
        .as("the one that runs first")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ClockKind.REVIEW, null),
            org.assertj.core.groups.Tuple.tuple(ClockKind.ANSWER, true));
    desk.daysPass(31);
    desk.addressed(contested.id());
    ComplaintView again = contested;
    for (ComplaintStep step :
        List.of(ComplaintStep.ANALYSE, ComplaintStep.HANDLE, ComplaintStep.FEED_BACK)) {
      again = desk.take(step, Desk.HANDLER, again);
    }
    assertThat(again.onTime()).isFalse();
  }

  @Test
  void theDeadlineIsFifteenDaysAndThirtyOnceTheCaseIsAcceptedAsComplex() {
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView recorded = desk.recorded();
    assertThat(recorded.dueOn()).isEqualTo(LocalDate.of(2026, 3, 17));
    assertThat(recorded.dueAt()).isEqualTo(Instant.parse("2026-03-17T16:00:00Z"));
    assertThat(recorded.daysLeft()).isEqualTo(15);
    assertThat(recorded.rulePack()).isEqualTo("CN-2020-3");
    desk.daysPass(3);
    ComplaintView accepted =
        desk.step(
            Desk.HANDLER,
            facade ->
                facade.accept(
                    new AcceptComplaint(
                        recorded.id(), recorded.version(), null, Complexity.COMPLEX, null)));
    assertThat(accepted.dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(accepted.daysLeft()).isEqualTo(27);
    assertThat(accepted.clocks().get(0).usedPercent()).isEqualTo(9);
  }

  @Test
  void aCaseIsOverdueFromTheMidnightAfterItsLastDay() {
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView recorded = desk.recorded();
    desk.itIs("2026-03-17T15:59:59Z");
    assertThat(desk.<ComplaintView>as(Desk.OPERATOR, f -> f.view(recorded.id())).overdue())
        .isFalse();
    desk.itIs("2026-03-17T16:00:00Z");
    ComplaintView late = desk.as(Desk.OPERATOR, f -> f.view(recorded.id()));
    assertThat(late.overdue()).isTrue();
    assertThat(late.daysLeft()).isEqualTo(-1);
    ComplaintView withdrawn = desk.take(ComplaintStep.WITHDRAW, Desk.HANDLER, late);
    assertThat(withdrawn.onTime()).isFalse();
    assertThat(withdrawn.overdue()).isFalse();
  }

  @Test
  void whatACounterIsToldEndsTheCaseAndShowsWhoAsked() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);

    ComplaintView withdrawn = takenBack(Desk.OPERATOR, at, null);

    assertThat(withdrawn.status()).isEqualTo(ComplaintStatus.WITHDRAWN);
    assertThat(withdrawn.closedAt()).isEqualTo(desk.clock().instant());
    StepView step = withdrawn.steps().get(withdrawn.steps().size() - 1);
    assertThat(step.who()).isEqualTo(Desk.OPERATOR.user());
    assertThat(step.detail()).containsExactly(entry("proof", "身份证 4101"), entry("reason", "已自行解决"));
    assertThat(desk.events)
        .contains(
            new ComplaintClosed(withdrawn.id(), null),
            new ComplaintProgressed(withdrawn.id(), null, ComplaintStep.WITHDRAW));
  }

  @Test
  void nobodyOfTheBranchThatACaseIsAboutTakesDownItsWithdrawal() {
    ComplaintView at = desk.recorded();

    Caller clerkOfIt = Desk.person("op.of-the-branch", "B0101", Role.OPERATOR);
    assertThatThrownBy(() -> takenBack(clerkOfIt, at, null))
        .as("who has a role at head office sees every case, and ends none about his own branch")
        .hasMessage(ComplaintError.INTEREST.code());
  }

  @Test
  void whoTakesACaseBackForAnotherIsNamedAsSpeakingForHim() {
    ComplaintView at = desk.recorded();
    addParty(at, PartyRole.HEIR);

    assertThatThrownBy(() -> takenBack(Desk.OPERATOR, at, PartyRole.AGENT))
        .hasMessage(ComplaintError.NOT_SPOKEN_FOR.code());
    addParty(at, PartyRole.AGENT);
    ComplaintView withdrawn = takenBack(Desk.OPERATOR, at, PartyRole.AGENT);

    assertThat(withdrawn.steps().get(1).detail()).containsEntry("askedBy", "AGENT");
  }

  @Test
  void whoIsNamedInACaseTakesDownNoWithdrawalOfIt() {
    ComplaintView at = desk.recorded();
    ComplaintView named =
        desk.step(
            Desk.HANDLER,
            facade ->
                facade.nameStaff(
                    new NameStaff(
                        at.id(), at.version(), Desk.OPERATOR.user(), StaffPart.NAMED, null)));

    assertThatThrownBy(() -> takenBack(Desk.OPERATOR, named, null))
        .hasMessage(ComplaintError.INTEREST.code());
  }

  private ComplaintView takenBack(Caller who, ComplaintView at, PartyRole askedBy) {
    return desk.step(
        who,
        facade ->
            facade.withdraw(
                new WithdrawComplaint(at.id(), at.version(), askedBy, "身份证 4101", "已自行解决")));
  }

  private void addParty(ComplaintView at, PartyRole role) {
    TestDatabase.get()
        .doInTransaction(
            em ->
                new Parties(em, desk.clock())
                    .add(
                        new AddParty(at.id(), role, "王芳", "13900139000", "女儿", "委托书 2026-03-01"),
                        "op.wang"));
  }

  @Test
  void aWithdrawalClosesTheCaseAtOnce() {
    ComplaintView withdrawn = desk.broughtTo(ComplaintStatus.WITHDRAWN);
    assertThat(withdrawn.closedAt()).isEqualTo(desk.clock().instant());
    assertThat(withdrawn.onTime()).isTrue();
    assertThat(desk.events).contains(new ComplaintClosed(withdrawn.id(), null));
  }

  @Test
  void whoCannotBeAnsweredCannotBeRecorded() {
    RecordComplaint mute =
        new RecordComplaint(
            ComplaintChannel.WEB,
            null,
            " ",
            "",
            null,
            "贷款",
            null,
            null,
            null,
            "不满意",
            null,
            desk.clock().instant().plusSeconds(1),
            "NFRA",
            null,
            null);
    HeyiException refused =
        catchThrowableOfType(
            HeyiException.class, () -> desk.as(Desk.OPERATOR, facade -> facade.record(mute)));
    assertThat(refused.error()).isEqualTo(CommonError.INVALID);
    assertThat(refused.fields())
        .containsExactly(
            FieldError.of("complainantContact", "complaint.no-contact"),
            FieldError.of("receivedAt", "complaint.received-later"),
            FieldError.of("externalReference", "complaint.external-incomplete"));
  }

  @Test
  void theSameOutsideNumberIsRecordedOnce() {
    String reference = UUID.randomUUID().toString();
    RecordComplaint transferred =
        new RecordComplaint(
            ComplaintChannel.REGULATOR,
            null,
            "李娜",
            "13800138000",
            null,
            "贷款",
            null,
            null,
            null,
            "提前还款违约金",
            Complexity.COMPLEX,
            null,
            "NFRA",
            reference,
            null);
    ComplaintView first = desk.as(Desk.OPERATOR, facade -> facade.record(transferred));
    HeyiException refused =
        catchThrowableOfType(
            HeyiException.class,
            () -> desk.as(Desk.OPERATOR, facade -> facade.record(transferred)));
    assertThat(refused.error()).isEqualTo(ComplaintError.EXTERNAL_DUPLICATE);
    assertThat(refused.args()).containsExactly("NFRA", reference, first.number());
  }

  @Test
  void aCustomerIsFoundByNumberOrIdAndShown() {
    CustomerRef customer = desk.customerOf("B0101");
    for (String given : List.of(customer.number(), customer.id().toString())) {
      ComplaintView recorded = desk.as(Desk.BRANCH, facade -> facade.record(ofCustomer(given)));
      assertThat(recorded.customerId()).isEqualTo(customer.id());
      assertThat(recorded.customerNumber()).isEqualTo(customer.number());
      assertThat(recorded.customerName()).isEqualTo("张伟");
      assertThat(recorded.branch()).isEqualTo("B0101");
    }
    assertThat(numbers(Desk.OPERATOR, Map.of("customer", customer.number()))).hasSize(2);
    assertError(
        () -> desk.as(Desk.OPERATOR, facade -> facade.record(ofCustomer("C-none"))),
        ComplaintError.CUSTOMER_UNKNOWN);
    assertError(
        () -> desk.as(Desk.OTHER_BRANCH, facade -> facade.record(ofCustomer(customer.number()))),
        CommonError.OTHER_BRANCH);
  }

  @Test
  void aBranchSeesAndRecordsOnlyItsOwn() {
    ComplaintView own = desk.as(Desk.BRANCH, facade -> facade.record(Desk.said("柜面等候过久")));
    assertThat(desk.<ComplaintView>as(Desk.BRANCH, facade -> facade.view(own.id()))).isEqualTo(own);
    assertError(
        () -> desk.as(Desk.OTHER_BRANCH, facade -> facade.view(own.id())),
        CommonError.OTHER_BRANCH);
    assertError(
        () -> desk.as(Desk.OTHER_BRANCH, facade -> facade.viewByNumber(own.number())),
        CommonError.OTHER_BRANCH);
    assertError(
        () -> desk.as(Desk.OTHER_BRANCH, facade -> facade.record(Desk.said("柜面等候过久"))),
        CommonError.OTHER_BRANCH);
    assertThat(numbers(Desk.BRANCH, Map.of("number", own.number()))).containsExactly(own.number());
    assertThat(numbers(Desk.OTHER_BRANCH, Map.of("number", own.number()))).isEmpty();
    assertError(
        () -> numbers(Desk.OTHER_BRANCH, Map.of("branch", "B0101")), CommonError.OTHER_BRANCH);
    Caller nowhere = Desk.person("branch-none", null, Role.BRANCH);
    assertThat(numbers(nowhere, Map.of())).isEmpty();
    assertError(
        () -> desk.as(nowhere, facade -> facade.record(Desk.said("无机构"))),
        CommonError.OTHER_BRANCH);
  }

  @Test
  void whatTheDeskSaysAmongItselfIsNotToldToBranchesAndCounters() {
    ComplaintView at = desk.recorded();
    ComplaintView accepted =
        desk.step(
            Desk.HANDLER,
            facade ->
                facade.accept(new AcceptComplaint(at.id(), at.version(), null, null, "疑似柜员违规")));
    ComplaintView named = desk.take(ComplaintStep.NAME_STAFF, Desk.HANDLER, accepted);
    desk.take(ComplaintStep.ESCALATE, Desk.HANDLER, named);

    for (Caller outside : List.of(Desk.OPERATOR, Desk.BRANCH)) {
      List<StepView> seen = desk.<ComplaintView>as(outside, facade -> facade.view(at.id())).steps();
      assertThat(seen).hasSize(4);
      assertThat(seen.toString()).doesNotContain("疑似", "teller.sun", "超出本级权限");
    }
    assertThat(
            desk.<ComplaintView>as(Desk.COLLEAGUE, facade -> facade.view(at.id()))
                .steps()
                .toString())
        .contains("疑似", "teller.sun", "超出本级权限");
  }

  @Test
  void theListIsFilteredAndSorted() {
    desk.itIs("2031-05-05T02:00:00Z");
    ComplaintView first = desk.recorded();
    desk.daysPass(1);
    ComplaintView second =
        desk.as(Desk.OPERATOR, f -> f.record(Desk.atBranch("B0909", "App 转账 100% 失败")));
    ComplaintView mine = desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, second);
    Map<String, String> these = Map.of("from", "2031-05-05", "to", "2031-05-06");

    assertThat(numbers(Desk.OPERATOR, these)).containsExactly(second.number(), first.number());
    assertThat(numbersSorted("dueAt", these)).containsExactly(first.number(), second.number());
    assertThat(numbersSorted("-number", these)).containsExactly(second.number(), first.number());
    assertThat(numbers(Desk.OPERATOR, with(these, "status", "RECORDED")))
        .containsExactly(first.number());
    assertThat(numbers(Desk.OPERATOR, with(these, "branch", "B0909")))
        .containsExactly(second.number());
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "100% 失")))
        .containsExactly(mine.number());
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "aPP 转账")))
        .containsExactly(mine.number());
    String beginning = first.number().substring(0, 10);
    assertThat(numbers(Desk.OPERATOR, with(these, "number", beginning)))
        .containsExactly(first.number());
    assertThat(numbers(Desk.OPERATOR, with(these, "number", "ts2031")))
        .as("by number, when it is looked for")
        .containsExactly(first.number(), second.number());
    assertThat(numbers(Desk.HANDLER, with(these, "queue", "mine"))).containsExactly(mine.number());
    assertThat(numbers(Desk.COLLEAGUE, with(these, "queue", "mine"))).isEmpty();
    desk.itIs("2031-05-20T16:00:00Z");
    assertThat(numbers(Desk.OPERATOR, with(these, "overdue", "yes")))
        .containsExactly(first.number());
    assertThat(numbers(Desk.OPERATOR, with(these, "overdue", "no")))
        .containsExactly(second.number());
  }

  @Test
  void wordsInLatinLettersAreFoundByTheirIndex() {
    assertThat(planOf("lower(narrative) like '%overcharged%' escape '\\'"))
        .contains("complaint_words");
  }

  @Test
  void aWordOfOneOrTwoLettersIsFoundAsAWholeWordAndLongerOnesAnywhere() {
    desk.itIs("2031-07-07T02:00:00Z");
    String shield = said("插入 U盾 后 ATM 机报错 E7，客服称 no");
    String shields = said("Unable to use the app on my iPad，另见附件ab12");
    Map<String, String> these = Map.of("from", "2031-07-07", "to", "2031-07-07");
    assertThat(numbers(Desk.OPERATOR, these)).containsExactlyInAnyOrder(shield, shields);

    assertThat(numbers(Desk.OPERATOR, with(these, "text", "u"))).containsExactly(shield);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "NO"))).containsExactly(shield);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "e7"))).containsExactly(shield);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "un"))).as("within Unable").isEmpty();
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "una"))).containsExactly(shields);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "u盾"))).containsExactly(shield);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "no u"))).as("not so").isEmpty();
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "件ab"))).as("within ab12").isEmpty();
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "件ab1"))).containsExactly(shields);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "盾"))).containsExactly(shield);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "附件"))).containsExactly(shields);
  }

  private String said(String narrative) {
    return desk.as(Desk.OPERATOR, facade -> facade.record(Desk.said(narrative))).number();
  }

  @Test
  void wordsOfOneOrTwoLettersAreFoundByTheirIndex() {
    assertThat(planOf("complaints.has_short_words(narrative, 'qx')"))
        .contains("complaint_short_words");
  }

  @Test
  void chineseIsFoundWhereverItStandsAsItIsWritten() {
    desk.itIs("2031-07-08T02:00:00Z");
    String fee = said("跨境汇款被退汇，手续费未退还");
    String other = said("费手续不清，𠮷野家退款ＡＢ卡");
    Map<String, String> these = Map.of("from", "2031-07-08", "to", "2031-07-08");

    assertThat(numbers(Desk.OPERATOR, with(these, "text", "手续费"))).containsExactly(fee);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "手续")))
        .containsExactlyInAnyOrder(fee, other);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "费手续"))).containsExactly(other);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "汇，手"))).containsExactly(fee);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "汇款 退汇"))).as("not so").isEmpty();
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "𠮷野"))).containsExactly(other);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "ＡＢ卡"))).containsExactly(other);
    assertThat(numbers(Desk.OPERATOR, with(these, "text", "龍鯉"))).isEmpty();
  }

  @Test
  void chineseWordsAreFoundByTheirIndex() {
    assertThat(planOf("complaints.has_wide_pairs(narrative, '龍鯉')"))
        .contains("complaint_wide_pairs");
  }

  /** How PostgreSQL finds such cases where it may not read the whole table. */
  private static String planOf(String condition) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              em.createNativeQuery("set local enable_seqscan = off").executeUpdate();
              return em.createNativeQuery(
                      "explain select id from complaints.complaint where " + condition)
                  .getResultList()
                  .toString();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue", "overdue", "open", "status", "from"})
  void aFilterThatCannotBeReadIsRefused(String filter) {
    assertThatThrownBy(() -> numbers(Desk.OPERATOR, Map.of(filter, "???")))
        .isInstanceOf(HeyiException.class)
        .hasMessage("paging.filter-value");
  }

  @Test
  void theFiguresCountWhatIsThere() {
    String branch = "F" + UUID.randomUUID().toString().substring(0, 8);
    Caller system = Desk.person("branch-" + branch, branch, Role.BRANCH);
    desk.itIs("2026-01-10T02:00:00Z");
    record(system, branch);
    ComplaintView answered = record(system, branch);
    for (ComplaintStep step :
        List.of(
            ComplaintStep.ACCEPT,
            ComplaintStep.ANALYSE,
            ComplaintStep.HANDLE,
            ComplaintStep.FEED_BACK)) {
      answered = desk.take(step, Desk.HANDLER, answered);
    }
    desk.itIs("2026-03-31T16:30:00Z");
    record(system, branch);
    desk.itIs("2026-04-14T02:00:00Z");
    ComplaintFigures figures = desk.as(system, ComplaintsFacade::figures);
    assertThat(figures.open())
        .containsExactlyInAnyOrderEntriesOf(Map.of(RECORDED, 2L, FED_BACK, 1L));
    assertThat(figures.openTotal()).isEqualTo(3);
    assertThat(figures.overdue()).isEqualTo(1);
    assertThat(figures.dueSoon()).isEqualTo(1);
    assertThat(figures.received())
        .as("the last is of April in Shanghai, though of March in UTC")
        .containsExactly(
            new ComplaintFigures.Received(
                java.time.YearMonth.of(2026, 1), ComplaintChannel.COUNTER, 2),
            new ComplaintFigures.Received(
                java.time.YearMonth.of(2026, 4), ComplaintChannel.COUNTER, 1));
    assertThat(figures.answered()).isEqualTo(1);
    assertThat(figures.answeredOnTime()).isEqualTo(1);
    assertThat(desk.<ComplaintFigures>as(Desk.OPERATOR, ComplaintsFacade::figures).openTotal())
        .isGreaterThanOrEqualTo(3);
  }

  private ComplaintView record(Caller system, String branch) {
    return desk.as(system, facade -> facade.record(Desk.atBranch(branch, "柜面等候过久")));
  }

  private static RecordComplaint ofCustomer(String customer) {
    return new RecordComplaint(
        ComplaintChannel.COUNTER,
        customer,
        null,
        null,
        null,
        "借记卡",
        null,
        null,
        null,
        "卡被吞",
        null,
        null,
        null,
        null,
        null);
  }

  private List<String> numbers(Caller caller, Map<String, String> filters) {
    return numbers(caller, null, filters);
  }

  private List<String> numbersSorted(String sort, Map<String, String> filters) {
    return numbers(Desk.OPERATOR, Sort.parse(sort), filters);
  }

  private List<String> numbers(Caller caller, Sort sort, Map<String, String> filters) {
    Page<ComplaintRow> page =
        desk.as(caller, facade -> facade.list(PageRequest.after(null, 50, sort, filters)));
    return page.items().stream().map(ComplaintRow::number).toList();
  }

  private static Map<String, String> with(Map<String, String> filters, String name, String value) {
    Map<String, String> more = new java.util.HashMap<>(filters);
    more.put(name, value);
    return more;
  }

  private static void assertError(ThrowingCallable call, ErrorCode code) {
    assertThat(catchThrowableOfType(HeyiException.class, call))
        .isNotNull()
        .extracting(HeyiException::error)
        .isEqualTo(code);
  }
}
