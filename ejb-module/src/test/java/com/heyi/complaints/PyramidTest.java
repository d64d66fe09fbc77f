package com.heyi.complaints;

import static com.heyi.complaints.AuthorityLevel.BRANCH;
import static com.heyi.complaints.AuthorityLevel.HEAD_OFFICE;
import static com.heyi.complaints.AuthorityLevel.REGION;
import static com.heyi.complaints.AuthorityLevel.SENIOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.access.AccessError;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels, interests, substitution, and whom the desk suggests. */
class PyramidTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final Desk desk = new Desk();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  /** Nobody of earlier tests is at the desk any more. */
  @BeforeEach
  void theDeskIsEmpty() throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      connection.createStatement().execute("update complaints.desk_member set active = false");
    }
  }

  /** The matrix as it is installed, once more: remedy, then allowed and most by level. */
  @ParameterizedTest
  @CsvSource({
    "EXPLANATION,         yes, yes, yes, yes",
    "NON_MONETARY_RELIEF, yes, yes, yes, yes",
    "NO_RELIEF,           yes, yes, yes, yes",
    "COMPENSATION,        500/5000, 5000/50000, 50000/500000, 1000000/10000000",
    "EX_GRATIA,           no, 500/10000, 5000/100000, 50000/1000000"
  })
  void theMatrixOfAuthorityIs(
      Remedy remedy, String branch, String region, String headOffice, String senior) {
    Map<AuthorityLevel, String> expected =
        Map.of(BRANCH, branch, REGION, region, HEAD_OFFICE, headOffice, SENIOR, senior);
    List<AuthorityView> matrix = desk.work(Desk.HANDLER, DeskFacade::authorities);
    for (AuthorityView view : matrix) {
      if (view.remedy() == remedy) {
        String seen =
            !view.allowed()
                ? "no"
                : view.moneyMost() == null
                    ? "yes"
                    : view.moneyMost().amount().toBigInteger() + "/" + view.pointsMost();
        assertThat(seen).as(view.level().name()).isEqualTo(expected.get(view.level()));
      }
    }
    assertThat(matrix).hasSize(20);
  }

  @Test
  void theMatrixIsChangedByAnAdministratorAndKnowsItsVersions() {
    AuthorityView before = authority(SENIOR, Remedy.EX_GRATIA);
    SetAuthority more =
        new SetAuthority(
            SENIOR,
            Remedy.EX_GRATIA,
            before.version(),
            true,
            Money.cny("60000"),
            Points.of(1_000_000),
            "年度授权调整");

    AuthorityView after = desk.work(Desk.ADMIN, facade -> facade.setAuthority(more));

    assertThat(after.moneyMost()).isEqualTo(Money.cny("60000"));
    refused(
        () -> desk.work(Desk.ADMIN, facade -> facade.setAuthority(more)),
        CommonError.VERSION_MOVED);
    SetAuthority none =
        new SetAuthority(SENIOR, Remedy.EX_GRATIA, after.version(), true, null, null, "x");
    refused(() -> desk.work(Desk.ADMIN, facade -> facade.setAuthority(none)), CommonError.INVALID);
    desk.work(
        Desk.ADMIN,
        facade ->
            facade.setAuthority(
                new SetAuthority(
                    SENIOR,
                    Remedy.EX_GRATIA,
                    after.version(),
                    true,
                    Money.cny("50000"),
                    Points.of(1_000_000),
                    "恢复")));
  }

  @Test
  void whoWasTakenOffTheDeskTakesNoCaseAndKeepsNoLevel() {
    Caller senior = member("former", SENIOR, null, "", 10);
    ComplaintView at = desk.broughtTo(ComplaintStatus.RECORDED);
    DeskMemberView known =
        desk.work(Desk.ADMIN, DeskFacade::members).stream()
            .filter(each -> each.account().equals(senior.user()))
            .findFirst()
            .orElseThrow();
    desk.work(
        Desk.ADMIN,
        facade ->
            facade.setMember(
                new SetDeskMember(
                    known.account(),
                    known.name(),
                    SENIOR,
                    null,
                    List.of(),
                    List.of("zh"),
                    10,
                    null,
                    null,
                    null,
                    false,
                    (long) known.version())));

    refused(() -> desk.take(ComplaintStep.ACCEPT, senior, at), ComplaintError.HANDLER_LEFT);
  }

  @Test
  void aCaseMovesUpWithItsAuthorityAndWaitsInTheQueueOfTheLevel() {
    Caller region = member("region", REGION, null, "", 10);
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);

    ComplaintView up = desk.take(ComplaintStep.ESCALATE, Desk.HANDLER, at);

    assertThat(up.level()).isEqualTo(REGION);
    assertThat(up.handler()).as("a branch's handler has not the authority").isNull();
    assertThat(up.status()).isEqualTo(ComplaintStatus.ACCEPTED);
    refused(() -> desk.take(ComplaintStep.ANALYSE, Desk.HANDLER, up), ComplaintError.NOT_IN_CHARGE);
    refused(
        () -> desk.take(ComplaintStep.ASSIGN, Desk.COLLEAGUE, up), ComplaintError.LEVEL_TOO_LOW);
    assertThat(free(Desk.COLLEAGUE, up)).isEmpty();
    assertThat(free(region, up)).containsExactly(up.number());
    ComplaintView taken = desk.take(ComplaintStep.ASSIGN, region, up);
    assertThat(desk.take(ComplaintStep.ANALYSE, region, taken).status())
        .isEqualTo(ComplaintStatus.ANALYSED);
    assertThat(free(region, taken)).isEmpty();
  }

  @Test
  void whoHasTheHigherLevelAlreadyKeepsTheCaseThatHeMovesUp() {
    Caller region = member("region", REGION, null, "", 10);
    ComplaintView recorded = desk.recorded();
    ComplaintView at = desk.take(ComplaintStep.ACCEPT, region, recorded);

    assertThat(desk.take(ComplaintStep.ESCALATE, region, at).handler()).isEqualTo(region.user());
  }

  @Test
  void aCaseIsMovedUpOnlyAndNotBeyondTheTop() {
    ComplaintView recorded = desk.recorded();
    ComplaintView top =
        desk.step(
            Desk.ADMIN,
            facade ->
                facade.escalate(
                    new EscalateComplaint(recorded.id(), recorded.version(), SENIOR, "媒体关注")));
    refused(() -> desk.take(ComplaintStep.ESCALATE, Desk.ADMIN, top), ComplaintError.TOP_LEVEL);
    ComplaintView other = desk.recorded();
    refused(
        () ->
            desk.step(
                Desk.ADMIN,
                facade ->
                    facade.escalate(
                        new EscalateComplaint(other.id(), other.version(), BRANCH, "x"))),
        ComplaintError.NOT_HIGHER);
  }

  @Test
  void nobodyHandlesACaseAboutHisOwnBranch() {
    Caller own = member("own", REGION, "B0101", "", 10);
    Caller other = member("other", REGION, "B0102", "", 10);
    ComplaintView recorded = desk.recorded();

    HeyiException refused =
        refused(() -> desk.take(ComplaintStep.ACCEPT, own, recorded), ComplaintError.INTEREST);

    assertThat(refused.args()).containsExactly(own.user(), Interest.OWN_BRANCH);
    assertThat(desk.take(ComplaintStep.ACCEPT, other, recorded).handler()).isEqualTo(other.user());
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNamedOrSoldItGivesTheCaseUp(StaffPart part) {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    ComplaintView named =
        desk.step(
            Desk.OPERATOR,
            facade ->
                facade.nameStaff(
                    new NameStaff(at.id(), at.version(), Desk.HANDLER.user(), part, null)));

    HeyiException refused =
        refused(
            () -> desk.take(ComplaintStep.ANALYSE, Desk.HANDLER, named), ComplaintError.INTEREST);

    assertThat(refused.args().get(1))
        .isEqualTo(part == StaffPart.SOLD ? Interest.OWN_SALE : Interest.NAMED);
    ComplaintView taken = desk.take(ComplaintStep.ASSIGN, Desk.COLLEAGUE, named);
    refused(() -> desk.take(ComplaintStep.ASSIGN, Desk.HANDLER, taken), ComplaintError.INTEREST);
  }

  @Test
  void whoIsNamedNeitherEndsTheCaseNorPicksWhoGoesOnWithIt() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    ComplaintView named =
        desk.step(
            Desk.OPERATOR,
            facade ->
                facade.nameStaff(
                    new NameStaff(
                        at.id(), at.version(), Desk.HANDLER.user(), StaffPart.NAMED, null)));

    refused(() -> desk.take(ComplaintStep.WITHDRAW, Desk.HANDLER, named), ComplaintError.INTEREST);
    refused(() -> desk.take(ComplaintStep.ESCALATE, Desk.HANDLER, named), ComplaintError.INTEREST);
    refused(() -> handOn(Desk.HANDLER, named, Desk.COLLEAGUE), ComplaintError.INTEREST);
    assertThat(handOn(Desk.ADMIN, named, Desk.COLLEAGUE).handler())
        .isEqualTo(Desk.COLLEAGUE.user());
  }

  @Test
  void aCaseIsHandedToAThirdByWhoHasItOrDistributesOnly() {
    Caller third = member("third", BRANCH, null, "", 10);
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);

    refused(() -> handOn(Desk.COLLEAGUE, at, third), ComplaintError.NOT_IN_CHARGE);
    ComplaintView handed = handOn(Desk.HANDLER, at, third);
    assertThat(handed.handler()).isEqualTo(third.user());
    assertThat(desk.take(ComplaintStep.ASSIGN, Desk.COLLEAGUE, handed).handler())
        .as("a colleague takes it over himself")
        .isEqualTo(Desk.COLLEAGUE.user());
  }

  private ComplaintView handOn(Caller who, ComplaintView at, Caller to) {
    return desk.step(
        who,
        facade -> facade.assign(new AssignComplaint(at.id(), at.version(), to.user(), "休假交接")));
  }

  @Test
  void aReviewIsNotHandledByWhoTookTheDecision() {
    ComplaintView closed = desk.broughtTo(ComplaintStatus.CLOSED);
    ComplaintView review = desk.take(ComplaintStep.REVIEW, Desk.HANDLER, closed);

    assertThat(review.handler()).isNull();
    assertThat(review.closedAt()).isNull();
    assertThat(review.dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
    HeyiException refused =
        refused(
            () -> desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, review), ComplaintError.INTEREST);
    assertThat(refused.args().get(1)).isEqualTo(Interest.EARLIER_DECISION);
    ComplaintView again = desk.take(ComplaintStep.ACCEPT, Desk.COLLEAGUE, review);
    refused(() -> desk.take(ComplaintStep.ASSIGN, Desk.HANDLER, again), ComplaintError.INTEREST);
  }

  @Test
  void aReviewIsAskedForWithinThirtyDaysOfTheDecision() {
    desk.itIs("2026-03-02T02:00:00Z");
    ComplaintView inTime = desk.broughtTo(ComplaintStatus.CLOSED);
    ComplaintView late = desk.broughtTo(ComplaintStatus.CLOSED);
    desk.itIs("2026-04-01T15:59:59Z");
    assertThat(desk.take(ComplaintStep.REVIEW, Desk.HANDLER, inTime).status())
        .isEqualTo(ComplaintStatus.RECORDED);
    desk.itIs("2026-04-01T16:00:00Z");

    HeyiException refused =
        refused(
            () -> desk.take(ComplaintStep.REVIEW, Desk.HANDLER, late), ComplaintError.REVIEW_LATE);

    assertThat(refused.args()).containsExactly(LocalDate.of(2026, 4, 1));
  }

  /** Received and answered on 2 March: the last day is the day of the decision and so many more. */
  @ParameterizedTest
  @CsvSource({
    "CN-2020-3, 2026-04-01T15:59:59Z, 2026-04-01T16:00:00Z",
    "UK-DISP, 2026-04-01T22:59:59Z, 2026-04-01T23:00:00Z",
    "US-CFPB, 2026-05-02T03:59:59Z, 2026-05-02T04:00:00Z"
  })
  void howLongAReviewMayBeAskedForIsOfTheRules(String rules, String last, String late) {
    Desk abroad = new Desk(rules);
    abroad.itIs("2026-03-02T15:00:00Z");
    ComplaintView one = abroad.broughtTo(ComplaintStatus.CLOSED);
    ComplaintView other = abroad.broughtTo(ComplaintStatus.CLOSED);
    abroad.itIs(last);
    assertThat(abroad.take(ComplaintStep.REVIEW, Desk.OPERATOR, one).status())
        .isEqualTo(ComplaintStatus.RECORDED);
    abroad.itIs(late);
    refused(
        () -> abroad.take(ComplaintStep.REVIEW, Desk.OPERATOR, other), ComplaintError.REVIEW_LATE);
  }

  @Test
  void whatIsOpenedAgainHasANewDeadlineAndNobodyInCharge() {
    ComplaintView withdrawn = desk.broughtTo(ComplaintStatus.WITHDRAWN);
    desk.daysPass(20);

    ComplaintView open = desk.take(ComplaintStep.REOPEN, Desk.HANDLER, withdrawn);

    assertThat(open.status()).isEqualTo(ComplaintStatus.RECORDED);
    assertThat(open.daysLeft()).isEqualTo(15);
    assertThat(open.onTime()).isNull();
    assertThat(open.clocks()).hasSize(2);
  }

  @Test
  void aJoinedCaseIsNotOpenedAgainForItsMatterGoesOnInTheOther() {
    ComplaintView main = desk.recorded();
    ComplaintView joined = desk.broughtTo(ComplaintStatus.WITHDRAWN);
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "insert into complaints.joined values (:one, :main, 'x', 'x', now())")
                    .setParameter("one", joined.id())
                    .setParameter("main", main.id())
                    .executeUpdate());

    refused(
        () -> desk.take(ComplaintStep.REOPEN, Desk.HANDLER, joined), ComplaintError.JOINED_ALREADY);
  }

  @Test
  void nothingClosesAfterReliefBeforeSomebodyIsHeldToAccount() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ANALYSED);
    ComplaintView handled =
        desk.step(
            Desk.HANDLER,
            facade ->
                facade.handle(
                    new HandleComplaint(
                        at.id(), at.version(), Resolution.NON_MONETARY_RELIEF, "减免年费")));
    ComplaintView answered = desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, handled);
    refused(
        () -> desk.take(ComplaintStep.CLOSE, Desk.HANDLER, answered), ComplaintError.NOT_ACCOUNTED);

    ComplaintView held = desk.take(ComplaintStep.HOLD_TO_ACCOUNT, Desk.HANDLER, answered);

    assertThat(desk.take(ComplaintStep.CLOSE, Desk.HANDLER, held).status())
        .isEqualTo(ComplaintStatus.CLOSED);
  }

  @Test
  void whoStandsInTakesChargeAndActsForHimWhileHeIsAway() {
    Caller second = member("second", REGION, null, "", 10);
    Caller first = member("first", REGION, null, "", 10);
    away(first, second.user(), TODAY, TODAY.plusDays(3));
    ComplaintView recorded = desk.recorded();

    ComplaintView accepted =
        desk.step(
            Desk.ADMIN,
            facade ->
                facade.accept(
                    new AcceptComplaint(
                        recorded.id(), recorded.version(), first.user(), null, null)));

    assertThat(accepted.handler()).isEqualTo(second.user());
    assertThat(accepted.steps().get(1).detail()).containsEntry("insteadOf", first.user());
    ComplaintView his = desk.take(ComplaintStep.ASSIGN, first, accepted);
    assertThat(queue("mine", second, his)).as("in his queue too").containsExactly(his.number());
    assertThat(desk.<ComplaintView>as(second, facade -> facade.view(his.id())).ownSteps())
        .contains(ComplaintStep.ANALYSE);
    assertThat(desk.take(ComplaintStep.ANALYSE, second, his).status())
        .as("he stands in for the handler")
        .isEqualTo(ComplaintStatus.ANALYSED);
    desk.daysPass(4);
    assertThat(queue("mine", second, his)).isEmpty();
    ComplaintView analysed = desk.as(Desk.HANDLER, facade -> facade.view(his.id()));
    refused(() -> desk.take(ComplaintStep.HANDLE, second, analysed), ComplaintError.NOT_IN_CHARGE);
    assertThat(queue("mine", second, his)).as("he is back").isEmpty();
    assertThat(queue("mine", first, his)).containsExactly(his.number());
  }

  @Test
  void stepsAreOfferedToWhomTheRulesLetTakeThem() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    ComplaintView named =
        desk.step(
            Desk.OPERATOR,
            facade ->
                facade.nameStaff(
                    new NameStaff(
                        at.id(), at.version(), Desk.HANDLER.user(), StaffPart.NAMED, null)));

    assertThat(at.ownSteps()).contains(ComplaintStep.ANALYSE, ComplaintStep.WITHDRAW);
    assertThat(own(Desk.HANDLER, named)).containsExactly(ComplaintStep.NAME_STAFF);
    assertThat(own(Desk.COLLEAGUE, named))
        .contains(ComplaintStep.ASSIGN, ComplaintStep.WITHDRAW)
        .doesNotContain(ComplaintStep.ANALYSE, ComplaintStep.ESCALATE);
    assertThat(named.possibleSteps()).as("what the status allows").contains(ComplaintStep.ANALYSE);
  }

  private List<ComplaintStep> own(Caller who, ComplaintView at) {
    return desk.<ComplaintView>as(who, facade -> facade.view(at.id())).ownSteps();
  }

  @Test
  void nobodyIsPutInChargeWhomNobodyKnowsAndCapitalsAreNoOtherPerson() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.ACCEPTED);
    Caller nobody = Desk.person("hx.zhao", null, Role.COMPLAINT_HANDLER);
    refused(() -> handOn(Desk.HANDLER, at, nobody), ComplaintError.HANDLER_UNKNOWN);

    ComplaintView named =
        desk.step(
            Desk.OPERATOR,
            facade ->
                facade.nameStaff(
                    new NameStaff(at.id(), at.version(), " Hd.Li ", StaffPart.NAMED, null)));
    refused(() -> desk.take(ComplaintStep.ANALYSE, Desk.HANDLER, named), ComplaintError.INTEREST);
    Caller capitals = Desk.person(" HD.Zhao", null, Role.COMPLAINT_HANDLER);
    assertThat(handOn(Desk.ADMIN, named, capitals).handler()).isEqualTo(Desk.COLLEAGUE.user());
  }

  @Test
  void whoIsAwayWithoutASubstituteOrHasLeftGetsNoCase() {
    Caller away = member("away", REGION, null, "", 10);
    away(away, null, TODAY, TODAY);
    Caller one = member("one", REGION, null, "", 10);
    Caller two = member("two", REGION, null, "", 10);
    away(one, two.user(), TODAY, TODAY);
    away(two, one.user(), TODAY, TODAY);
    ComplaintView recorded = desk.recorded();
    for (Caller wanted : List.of(away, one)) {
      refused(
          () ->
              desk.step(
                  Desk.ADMIN,
                  facade ->
                      facade.accept(
                          new AcceptComplaint(
                              recorded.id(), recorded.version(), wanted.user(), null, null))),
          ComplaintError.HANDLER_AWAY);
    }
  }

  @Test
  void theFittestIsSuggestedFirstAndNobodyWhoMayNotOrCannot() {
    String product = "产品" + mark;
    Caller fit = member("a-fit", BRANCH, null, product, 5);
    Caller plain = member("b-plain", BRANCH, null, "", 5);
    Caller full = member("c-full", BRANCH, null, product, 0);
    Caller own = member("d-own", BRANCH, "B0101", product, 5);
    Caller away = member("e-away", BRANCH, null, product, 5);
    away(away, null, TODAY, TODAY);
    RecordComplaint about =
        new RecordComplaint(
            ComplaintChannel.COUNTER,
            null,
            null,
            "13800138000",
            "B0101",
            product,
            null,
            null,
            null,
            "多收年费",
            null,
            null,
            null,
            null,
            null);
    ComplaintView recorded = desk.as(Desk.OPERATOR, facade -> facade.record(about));

    List<String> suggested =
        new ArrayList<>(
            desk
                .<List<HandlerSuggestion>>work(
                    Desk.ADMIN, facade -> facade.suggestions(recorded.id()))
                .stream()
                .map(HandlerSuggestion::account)
                .filter(account -> account.endsWith(mark))
                .toList());

    assertThat(suggested).containsExactly(fit.user(), plain.user());
    assertThat(suggested).doesNotContain(full.user(), own.user(), away.user());
    ComplaintView up = desk.take(ComplaintStep.ESCALATE, Desk.ADMIN, recorded);
    assertThat(
            desk
                .<List<HandlerSuggestion>>work(Desk.ADMIN, facade -> facade.suggestions(up.id()))
                .stream()
                .filter(one -> one.account().endsWith(mark)))
        .isEmpty();
  }

  @Test
  void amongEquallyFitTheEmptierDeskComesFirst() {
    Caller busy = member("a-busy", BRANCH, null, "", 2);
    Caller idle = member("b-idle", BRANCH, null, "", 2);
    desk.take(ComplaintStep.ACCEPT, busy, desk.recorded());
    ComplaintView recorded = desk.recorded();

    assertThat(
            desk
                .<List<HandlerSuggestion>>work(
                    Desk.ADMIN, facade -> facade.suggestions(recorded.id()))
                .stream()
                .map(HandlerSuggestion::account)
                .filter(account -> account.endsWith(mark)))
        .containsExactly(idle.user(), busy.user());
  }

  @Test
  void whoDoesNotHandleComplaintsIsNotPutInChargeAtTheDeskOrNot() {
    ComplaintView recorded = desk.recorded();
    String clerk = "op.clerk-" + mark;
    set(clerk, REGION, null, "", 10, null, null, null, null);

    refused(() -> accept(recorded, null), ComplaintError.HANDLER_UNKNOWN);
    refused(() -> accept(recorded, "op.other-" + mark), ComplaintError.HANDLER_UNKNOWN);
    refused(() -> accept(recorded, clerk), ComplaintError.HANDLER_WITHOUT_ROLE);
  }

  private ComplaintView accept(ComplaintView recorded, String handler) {
    return desk.step(
        Desk.ADMIN,
        facade ->
            facade.accept(
                new AcceptComplaint(recorded.id(), recorded.version(), handler, null, null)));
  }

  @ParameterizedTest
  @EnumSource(names = {"PROVIDER_DOWN", "NOT_CONFIGURED"})
  void aMemberOfTheDeskIsPutInChargeWhileTheProviderCannotBeAskedAndNobodyElse(AccessError why) {
    Caller member = member("known", REGION, null, "", 10);
    ComplaintView recorded = desk.recorded();
    desk.provider(failing(why));

    refused(() -> accept(recorded, "hd.unseen"), why);
    assertThat(accept(recorded, member.user()).handler()).isEqualTo(member.user());
  }

  @ParameterizedTest
  @EnumSource(names = {"PROVIDER_ADDRESS", "PROVIDER_CREDENTIALS", "PROVIDER_REFUSES"})
  void nobodyIsTakenAtItsWordWhenTheProviderIsSetUpWrongly(AccessError wrong) {
    Caller member = member("known", REGION, null, "", 10);
    ComplaintView recorded = desk.recorded();
    desk.provider(failing(wrong));

    refused(() -> accept(recorded, member.user()), wrong);
    refused(() -> accept(recorded, "hd.unseen"), wrong);
    refused(() -> suggested(Desk.ADMIN, recorded), wrong);
    assertThat(desk.take(ComplaintStep.ACCEPT, member, recorded).handler())
        .as("who takes it himself is known by his own sign-in")
        .isEqualTo(member.user());
  }

  @Test
  void whoHandlesComplaintsNoMoreIsSuggestedAsLittleAsHeIsPutInCharge() {
    Caller still = member("a-still", BRANCH, null, "", 5);
    Caller former = member("hx.former", BRANCH, null, "", 5);
    ComplaintView recorded = desk.recorded();

    assertThat(suggested(Desk.ADMIN, recorded)).contains(still.user());
    assertThat(suggested(Desk.ADMIN, recorded)).doesNotContain(former.user());
    refused(() -> accept(recorded, former.user()), ComplaintError.HANDLER_WITHOUT_ROLE);

    desk.provider(user -> Set.of(Role.COMPLAINT_HANDLER));
    assertThat(suggested(Desk.ADMIN, recorded))
        .as("once he has the role again")
        .contains(still.user(), former.user());
  }

  @Test
  void whoeverIsSuggestedIsPutInCharge() {
    member("a-one", BRANCH, null, "", 5);
    member("hx.two", BRANCH, null, "", 5);
    member("c-three", REGION, "B0101", "", 5);
    member("d-four", HEAD_OFFICE, null, "", 5);
    ComplaintView at = desk.recorded();

    List<String> suggested = suggested(Desk.ADMIN, at);

    assertThat(suggested).hasSize(2);
    at = accept(at, suggested.get(0));
    for (String account : suggested) {
      ComplaintView before = at;
      at =
          desk.step(
              Desk.ADMIN,
              facade ->
                  facade.assign(new AssignComplaint(before.id(), before.version(), account, "轮班")));
      assertThat(at.handler()).isEqualTo(account);
    }
  }

  @Test
  void whoAsksIsSuggestedByHisOwnSignInAndForACaseOfHisBranchNotAtAll() {
    Caller asks = member("hx.asks", BRANCH, null, "", 5);
    ComplaintView recorded = desk.recorded();
    Caller ofTheBranch = Desk.person(asks.user(), "B0101", Role.COMPLAINT_HANDLER);
    Caller clerk = Desk.person(asks.user(), null, Role.HEAD_OFFICE_ADMIN);

    assertThat(suggested(asks, recorded)).contains(asks.user());
    assertThat(suggested(clerk, recorded)).doesNotContain(asks.user());
    assertThat(suggested(ofTheBranch, recorded)).doesNotContain(asks.user());
    refused(() -> desk.take(ComplaintStep.ACCEPT, ofTheBranch, recorded), ComplaintError.INTEREST);
  }

  @Test
  void aSilentProviderIsAskedOnceAndTheDeskIsTakenAtItsWord() {
    Caller one = member("a-one", BRANCH, null, "", 5);
    Caller two = member("hx.two", BRANCH, null, "", 5);
    ComplaintView recorded = desk.recorded();
    List<String> asked = new ArrayList<>();
    RolesNow silent = failing(AccessError.PROVIDER_DOWN);
    desk.provider(
        user -> {
          asked.add(user);
          return silent.of(user);
        });

    assertThat(suggested(Desk.ADMIN, recorded)).containsExactly(one.user(), two.user());
    assertThat(asked).containsExactly(one.user());
  }

  @Test
  void tenAreSuggestedAtMostAndNobodyIsAskedAboutBeyondThem() {
    for (int i = 10; i < 24; i++) {
      member((i < 12 ? "hx." : "m-") + i, BRANCH, null, "", 5);
    }
    ComplaintView recorded = desk.recorded();
    List<String> asked = new ArrayList<>();
    desk.provider(
        user -> {
          asked.add(user);
          return Desk.rolesNow(user);
        });

    assertThat(suggested(Desk.ADMIN, recorded)).hasSize(10).first().asString().startsWith("m-12");
    assertThat(asked).as("two without the role, ten with it").hasSize(12);
  }

  @Test
  void nobodyIsSuggestedForACaseThatIsOver() {
    member("a-one", BRANCH, null, "", 5);

    assertThat(suggested(Desk.ADMIN, desk.broughtTo(ComplaintStatus.CLOSED))).isEmpty();
  }

  private static RolesNow failing(AccessError error) {
    return user -> {
      throw new HeyiException(error);
    };
  }

  /** Accounts of those suggested, in order. */
  private List<String> suggested(Caller caller, ComplaintView one) {
    return desk
        .<List<HandlerSuggestion>>work(caller, facade -> facade.suggestions(one.id()))
        .stream()
        .map(HandlerSuggestion::account)
        .toList();
  }

  private AuthorityView authority(AuthorityLevel level, Remedy remedy) {
    return desk.<List<AuthorityView>>work(Desk.ADMIN, DeskFacade::authorities).stream()
        .filter(one -> one.level() == level && one.remedy() == remedy)
        .findFirst()
        .orElseThrow();
  }

  private Caller member(
      String name, AuthorityLevel level, String branch, String skill, int capacity) {
    String account = name + "-" + mark;
    set(account, level, branch, skill, capacity, null, null, null, null);
    return Desk.person(account, null, Role.COMPLAINT_HANDLER);
  }

  private void away(Caller who, String substitute, LocalDate from, LocalDate until) {
    set(who.user(), REGION, null, "", 10, from, until, substitute, 0L);
  }

  private void set(
      String account,
      AuthorityLevel level,
      String branch,
      String skill,
      int capacity,
      LocalDate from,
      LocalDate until,
      String substitute,
      Long version) {
    desk.work(
        Desk.ADMIN,
        facade ->
            facade.setMember(
                new SetDeskMember(
                    account,
                    account,
                    level,
                    branch,
                    skill.isEmpty() ? List.of() : List.of(skill),
                    List.of("zh"),
                    capacity,
                    from,
                    until,
                    substitute,
                    true,
                    version)));
  }

  private List<String> free(Caller caller, ComplaintView one) {
    return queue("free", caller, one);
  }

  private List<String> queue(String queue, Caller caller, ComplaintView one) {
    return desk
        .as(
            caller,
            facade ->
                facade.list(
                    PageRequest.after(
                        null, 50, null, Map.of("queue", queue, "number", one.number()))))
        .items()
        .stream()
        .map(ComplaintRow::number)
        .toList();
  }

  private static HeyiException refused(ThrowingCallable call, ErrorCode code) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused).isNotNull().extracting(HeyiException::error).isEqualTo(code);
    return refused;
  }
}
