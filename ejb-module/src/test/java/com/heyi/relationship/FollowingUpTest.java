package com.heyi.relationship;

import static com.heyi.relationship.Clientele.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.deposits.MovementKind;
import com.heyi.relationship.internal.CareRelations;
import com.heyi.relationship.internal.RelationshipPersonalData;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Managers speak to who is about to fall or rise, or about whom there is an alert. */
class FollowingUpTest {
  private final Clientele bank = new Clientele();
  private final String zhang = bank.manager("张经理");
  private final String li = bank.manager("李经理");

  @Test
  void whoIsKeptInGraceIsFollowedUpByItsLastDay() {
    UUID customer = falling();

    FollowUpView fall = only(customer);

    assertThat(
            bank.<Set<String>>as(
                tools -> new CareRelations(tools.em()).belongingTo("customer:" + customer)))
        .containsExactly("follow_up:" + fall.id());
    assertThat(fall.reason()).isEqualTo(FollowUpReason.FALL);
    assertThat(fall.status()).isEqualTo(FollowUpStatus.OPEN);
    assertThat(fall.manager()).isEqualTo(zhang);
    assertThat(fall.dueOn()).isEqualTo(bank.standing(customer).graceUntil());
    assertThat(fall.overdue()).isFalse();
    bank.nowIs(fall.dueOn(), Clientele.LAST_MOMENT);
    assertThat(only(customer).overdue()).isFalse();
    bank.nowIs(fall.dueOn().plusDays(1), LocalTime.MIDNIGHT);
    assertThat(only(customer).overdue()).isTrue();
  }

  @Test
  void whoIsNearTheNextTierIsFollowedUpUntilHeHasReachedIt() {
    UUID customer = rising();
    FollowUpView rise = only(customer);
    assertThat(rise.reason()).isEqualTo(FollowUpReason.RISE);
    assertThat(rise.dueOn()).isEqualTo(DAY.plusDays(Clientele.RISE_DAYS));
    bank.todayIs(DAY.plusDays(1));
    bank.place(customer);
    assertThat(only(customer).dueOn()).isEqualTo(DAY.plusDays(Clientele.RISE_DAYS));

    bank.grant(customer, 1000, null);
    bank.todayIs(DAY.plusDays(2));
    bank.place(customer);

    assertThat(bank.tier(customer)).isEqualTo("GOLD");
    assertThat(open(customer)).isEmpty();
    assertThat(view(rise.id()).status()).isEqualTo(FollowUpStatus.LAPSED);
  }

  @Test
  void whatWasDoneStaysDoneWhileItsReasonHoldsOnAndOpensWhenItHoldsAnew() {
    UUID customer = falling();
    FollowUpView fall = only(customer);
    bank.iAm(zhang);
    finish(fall, FollowUpOutcome.KEPT, "将定期存款转入本行");
    bank.todayIs(DAY.plusDays(2));
    bank.place(customer);
    assertThat(open(customer)).isEmpty();
    bank.pay(account(customer), MovementKind.CASH_IN, "60000.00");
    bank.todayIs(DAY.plusDays(3));
    bank.place(customer);
    bank.pay(account(customer), MovementKind.CASH_OUT, "60000.00");
    bank.todayIs(DAY.plusDays(4));

    bank.place(customer);

    FollowUpView again = only(customer);
    assertThat(again.id()).isEqualTo(fall.id());
    assertThat(again.status()).isEqualTo(FollowUpStatus.OPEN);
    assertThat(again.claimedBy()).isNull();
    assertThat(again.dueOn()).isEqualTo(bank.standing(customer).graceUntil());
    List<FollowUpResult> results = bank.as(tools -> tools.followUps().results(fall.id()));
    assertThat(results)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(FollowUpOutcome.KEPT);
              assertThat(result.doneBy()).isEqualTo(zhang);
              assertThat(result.dueOn()).isEqualTo(fall.dueOn());
            });
  }

  @Test
  void whoHasTakenItOnSaysHimselfWhatCameOfItThoughTheReasonIsGone() {
    UUID customer = falling();
    bank.iAm(zhang);
    FollowUpView claimed = claim(only(customer));
    bank.pay(account(customer), MovementKind.CASH_IN, "60000.00");
    bank.todayIs(DAY.plusDays(2));
    bank.place(customer);

    assertThat(only(customer).status()).isEqualTo(FollowUpStatus.CLAIMED);
    FollowUpView done = finish(only(customer), FollowUpOutcome.KEPT, null);

    assertThat(done.status()).isEqualTo(FollowUpStatus.DONE);
    assertThat(done.claimedBy()).isEqualTo(claimed.claimedBy());
  }

  @Test
  void ofManagerAndSubstituteAtOnceTheSecondIsToldWhoWasFirst() throws Exception {
    UUID customer = falling();
    FollowUpView fall = only(customer);
    bank.iAmAdmin();
    isAway(bank.today(), bank.today());
    CountDownLatch ready = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> outcomes =
          List.of(zhang, li).stream()
              .map(who -> two.submit(() -> claimed(who, fall, ready)))
              .toList();
      ready.countDown();
      assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
          .containsExactlyInAnyOrder("done", "relationship.follow-up-claimed");
    } finally {
      two.shutdown();
    }
    assertThat(only(customer).claimedBy()).isIn(zhang, li);
  }

  private String claimed(String who, FollowUpView fall, CountDownLatch ready)
      throws InterruptedException {
    ready.await();
    try {
      bank.asUser(
          who, tools -> tools.followUps().claim(new ClaimFollowUp(fall.id(), fall.version())));
      return "done";
    } catch (HeyiException e) {
      return e.code();
    }
  }

  @Test
  void onlyWhoLooksAfterHimTodayTakesItOn() {
    UUID customer = falling();
    FollowUpView fall = only(customer);
    bank.iAmAdmin();
    assertRefused("relationship.follow-up-manager", () -> claim(fall));
    bank.iAm(li);
    assertRefused("record.not-found", () -> claim(fall));
    bank.iAmAdmin();
    isAway(bank.today(), bank.today().plusDays(1));
    bank.iAm(li);

    assertThat(claim(fall).claimedBy()).isEqualTo(li);
  }

  @Test
  void whatIsGivenBackOrWhoseManagerHasChangedIsTakenOnByAnother() {
    UUID customer = falling();
    bank.iAm(zhang);
    FollowUpView claimed = claim(only(customer));
    FollowUpView back = bank.as(tools -> tools.followUps().release(release(claimed)));
    assertThat(back.status()).isEqualTo(FollowUpStatus.OPEN);
    FollowUpView again = claim(back);
    handOver(zhang, li, customer);
    bank.iAm(li);
    assertRefused(
        "relationship.follow-up-claimed", () -> finish(again, FollowUpOutcome.LATER, null));
    assertRefused(
        "relationship.follow-up-claimed",
        () -> bank.as(tools -> tools.followUps().release(release(again))));

    assertThat(claim(view(again.id())).claimedBy()).isEqualTo(li);
  }

  @Test
  void anOutcomeFitsTheReasonAndSomethingElseIsToldInWords() {
    UUID customer = rising();
    bank.iAm(zhang);
    FollowUpView rise = only(customer);
    assertRefused("relationship.follow-up-outcome", () -> finish(rise, FollowUpOutcome.FELL, null));
    assertRefused("relationship.follow-up-note", () -> finish(rise, FollowUpOutcome.OTHER, "  "));
    assertRefused("version.moved", () -> finish(rise, 7, FollowUpOutcome.LATER));

    FollowUpView done = finish(rise, FollowUpOutcome.NOT_INTERESTED, null);

    assertThat(done.claimedBy()).isEqualTo(zhang);
    assertRefused("relationship.follow-up-status", () -> claim(done));
    assertRefused("relationship.follow-up-status", () -> finish(done, FollowUpOutcome.LATER, null));
  }

  @Test
  void anAlertIsFollowedUpHandledByItAndOpensAgainWhenMoreFlows() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    handOver(null, zhang, customer);
    bank.pay(account, MovementKind.CASH_IN, "200000.00");
    bank.look();
    bank.iAm(zhang);
    FollowUpView alerted = only(customer);
    assertThat(alerted.reason()).isEqualTo(FollowUpReason.ALERT);
    assertThat(alerted.dueOn()).isEqualTo(DAY.plusDays(Clientele.ALERT_DAYS));
    assertRefused("relationship.follow-up-note", () -> finish(alerted, FollowUpOutcome.KEPT, null));

    finish(alerted, FollowUpOutcome.KEPT, "售房款，已购买理财");

    assertThat(bank.<List<AlertView>>as(tools -> tools.alerts().openOf(customer))).isEmpty();
    bank.pay(account, MovementKind.CASH_IN, "1.00");
    bank.look();
    assertThat(only(customer).status()).isEqualTo(FollowUpStatus.OPEN);
    AlertView alert = bank.as(tools -> tools.alerts().openOf(customer)).get(0);
    bank.as(tools -> tools.alerts().handle(new HandleAlert(alert.id(), alert.version(), "已知")));
    assertThat(open(customer)).isEmpty();
    assertThat(view(alerted.id()).status()).isEqualTo(FollowUpStatus.LAPSED);
  }

  @Test
  void aBranchFinishesThatOfItsOwnCustomer() {
    UUID customer = rising();
    FollowUpView rise = only(customer);
    bank.livesAt(customer, "B0101");
    bank.iAmBranch("B0202");
    assertRefused("auth.other-branch", () -> open(customer));
    assertRefused("auth.other-branch", () -> finish(rise, FollowUpOutcome.ROSE, null));
    bank.iAmBranch("B0101");
    assertThat(open(customer)).hasSize(1);

    FollowUpView done = finish(rise, FollowUpOutcome.ROSE, "在网点补足存款");

    assertThat(done.status()).isEqualTo(FollowUpStatus.DONE);
    assertThat(done.claimedBy()).isEqualTo("branch-b0101");
  }

  @Test
  void whoIsAnOperatorBesidesSeesNotThoseOfAWholeBranch() {
    UUID customer = rising();
    FollowUpView rise = only(customer);
    bank.livesAt(customer, "B0101");
    bank.iAmOperatorOf("B0101");

    assertRefused("record.not-found", () -> view(rise.id()));
    assertRefused("record.not-found", () -> finish(rise, FollowUpOutcome.ROSE, null));
    assertThat(open(customer)).isEmpty();
  }

  @Test
  void anOperatorFindsNobodyElsesByTheCustomerEither() {
    UUID customer = rising();

    bank.iAm(li);
    assertThat(open(customer)).isEmpty();
    bank.iAm(zhang);
    assertThat(open(customer)).hasSize(1);
  }

  @Test
  void whatIsOpenedWhileACustomerIsHandedOverIsThatOfWhoLooksAfterHimThen() throws Exception {
    UUID customer = bank.customer();
    handOver(null, zhang, customer);
    bank.todayIs(DAY.minusDays(1));
    bank.grant(customer, 4500, null);
    bank.todayIs(DAY);
    List<String> number = List.of(bank.number(customer));
    whileAnother(
        tools -> tools.managers().handOver(new HandOver(zhang, li, number, "岗位调整")),
        () -> bank.place(customer));

    assertThat(only(customer).manager()).isEqualTo(li);
  }

  @Test
  void whatStayedWithAFormerManagerIsThePresentOnesFromTheNextPlacingOn() {
    UUID customer = rising();
    FollowUpView rise = only(customer);
    bank.as(
        tools ->
            tools
                .em()
                .createNativeQuery("update relationship.follow_up set manager = :li where id = :id")
                .setParameter("li", li)
                .setParameter("id", rise.id())
                .executeUpdate());
    bank.todayIs(DAY.plusDays(1));

    bank.place(customer);

    assertThat(only(customer).manager()).isEqualTo(zhang);
    assertThat(only(customer).dueOn()).isEqualTo(rise.dueOn());
  }

  @Test
  void whenTwoHandleTheTwoLastAlertsAtOnceTheirFollowUpLapses() throws Exception {
    UUID customer = cameAndWent();
    FollowUpView alerted = only(customer);
    List<AlertView> alerts = bank.as(tools -> tools.alerts().openOf(customer));
    assertThat(alerts).hasSize(2);

    whileAnother(
        tools -> tools.alerts().handle(handling(alerts.get(0))),
        () -> bank.as(tools -> tools.alerts().handle(handling(alerts.get(1)))));

    assertThat(view(alerted.id()).status()).isEqualTo(FollowUpStatus.LAPSED);
  }

  @Test
  void anAlertThatComesWhileItsFollowUpIsFinishedIsHandledByItToo() throws Exception {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.pay(account, MovementKind.CASH_IN, "200000.00");
    bank.look();
    FollowUpView alerted = only(customer);
    bank.pay(account, MovementKind.CASH_OUT, "150000.00");

    whileAnother(Clientele::lookingAt, () -> finish(alerted, FollowUpOutcome.KEPT, "售房款，已购买理财"));

    assertThat(view(alerted.id()).status()).isEqualTo(FollowUpStatus.DONE);
    assertThat(bank.<List<AlertView>>as(tools -> tools.alerts().openOf(customer))).isEmpty();
  }

  @Test
  void anAlertThatComesWhileTheLastIsHandledKeepsTheFollowUpOpen() throws Exception {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.pay(account, MovementKind.CASH_IN, "200000.00");
    bank.look();
    AlertView last = bank.as(tools -> tools.alerts().openOf(customer)).get(0);
    bank.pay(account, MovementKind.CASH_OUT, "150000.00");

    whileAnother(
        Clientele::lookingAt, () -> bank.as(tools -> tools.alerts().handle(handling(last))));

    assertThat(only(customer).status()).isEqualTo(FollowUpStatus.OPEN);
  }

  /**
   * Does something while another has done his work and has not come to the end of it; it is to wait
   * for him.
   */
  private void whileAnother(Function<Clientele.Tools, ?> works, Runnable meanwhile)
      throws Exception {
    CountDownLatch worked = new CountDownLatch(1);
    CountDownLatch ends = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> other =
          two.submit(
              () ->
                  bank.as(
                      tools -> {
                        works.apply(tools);
                        worked.countDown();
                        return await(ends);
                      }));
      assertThat(await(worked)).isTrue();
      Future<?> mine = two.submit(meanwhile);
      assertThatThrownBy(() -> mine.get(1, TimeUnit.SECONDS))
          .as("it waits for the other")
          .isInstanceOf(TimeoutException.class);
      ends.countDown();
      assertThat(other.get()).isTrue();
      mine.get();
    } finally {
      ends.countDown();
      two.shutdown();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HandleAlert handling(AlertView alert) {
    return new HandleAlert(alert.id(), alert.version(), "已致电确认");
  }

  /** Somebody about whom there are two alerts, for what came and for what went. */
  private UUID cameAndWent() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.pay(account, MovementKind.CASH_IN, "200000.00");
    bank.pay(account, MovementKind.CASH_OUT, "150000.00");
    bank.look();
    return customer;
  }

  @Test
  void aManagerSeesHisOwnTheNearestDueFirst() {
    UUID first = rising();
    UUID second = bank.customer();
    handOver(null, zhang, second);
    bank.pay(bank.account(second), MovementKind.CASH_IN, "200000.00");
    bank.look();
    bank.iAm(zhang);

    assertThat(mine()).extracting(FollowUpView::customerId).containsExactly(second, first);
    bank.iAm(li);
    assertThat(mine()).isEmpty();
  }

  @Test
  void whatStandsUnderAMergedRecordIsShownWithTheCustomer() {
    UUID record = rising();
    UUID customer = bank.customer();
    String number = bank.number(customer);
    bank.as(
        tools ->
            tools
                .em()
                .createNativeQuery(
                    "update accounts.customer set merged_into = :into where id = :id")
                .setParameter("into", customer)
                .setParameter("id", record)
                .executeUpdate());
    bank.iAm(zhang);

    assertThat(open(customer)).extracting(FollowUpView::customerId).containsExactly(customer);
    Map<String, String> his = Map.of("customer", number);
    assertThat(
            bank.<List<FollowUpView>>as(
                tools -> tools.followUps().list(PageRequest.after(null, 50, null, his)).items()))
        .hasSize(1);
  }

  @Test
  void theBranchOfWhomARecordWasMergedIntoFinishesWhatWasOpenAboutIt() {
    UUID record = rising();
    FollowUpView rise = only(record);
    UUID customer = bank.customer();
    bank.livesAt(record, "B0202");
    bank.livesAt(customer, "B0101");
    bank.merge(record, customer);

    bank.iAmBranch("B0202");
    assertRefused("auth.other-branch", () -> view(rise.id()));
    bank.iAmBranch("B0101");
    assertThat(view(rise.id()).customerNumber()).isEqualTo(bank.number(customer));
    assertThat(finish(view(rise.id()), FollowUpOutcome.ROSE, null).status())
        .isEqualTo(FollowUpStatus.DONE);
  }

  @Test
  void figuresTellWhatCameOfThemAndHowManyWereLate() {
    LocalDate far = LocalDate.of(2090, 5, 10);
    FollowUpView rise = only(rising());
    FollowUpView late = only(rising());
    bank.iAm(zhang);
    bank.todayIs(far);
    finish(late, FollowUpOutcome.LATER, null);
    finish(rise, FollowUpOutcome.LATER, null);

    List<FollowUpFigure> figures = bank.as(tools -> tools.followUps().figures(far, far));

    assertThat(figures)
        .contains(new FollowUpFigure(FollowUpReason.RISE, FollowUpOutcome.LATER, 2, 2));
    assertThat(bank.<List<FollowUpFigure>>as(tools -> tools.followUps().figures(null, far)))
        .isNotEmpty();
    assertRefused(
        "relationship.follow-up-days",
        () -> bank.as(tools -> tools.followUps().figures(far, far.minusDays(1))));
  }

  @Test
  void notesAndMovementsAreLetGoInTimeAndOutcomesStay() {
    bank.todayIs(LocalDate.of(2020, 6, 1));
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    handOver(null, zhang, customer);
    bank.pay(account, MovementKind.CASH_IN, "200000.00");
    bank.look();
    bank.iAm(zhang);
    FollowUpView done = finish(only(customer), FollowUpOutcome.KEPT, "为子女购房");
    bank.todayIs(DAY);
    bank.pay(account, MovementKind.CASH_IN, "1.00");
    bank.look();
    Instant before = Instant.parse("2020-07-01T00:00:00Z");

    bank.as(
        tools -> {
          RelationshipPersonalData kept = new RelationshipPersonalData(tools.em());
          kept.forget("manager-words", before, 1000);
          return kept.forget("customer-flows", before, 1000);
        });

    List<FollowUpResult> results = bank.as(tools -> tools.followUps().results(done.id()));
    assertThat(results).extracting(FollowUpResult::note).containsExactly("—");
    assertThat(results).extracting(FollowUpResult::outcome).containsExactly(FollowUpOutcome.KEPT);
    assertThat(flows(customer)).isEqualTo(1);
  }

  private long flows(UUID customer) {
    return bank.as(
        tools ->
            (Long)
                tools
                    .em()
                    .createNativeQuery(
                        "select count(*) from relationship.flow where customer_id = :id",
                        Long.class)
                    .setParameter("id", customer)
                    .getSingleResult());
  }

  /** Somebody of Zhang's who keeps a tier in grace since the day after DAY. */
  private UUID falling() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    handOver(null, zhang, customer);
    bank.todayIs(DAY.minusDays(1));
    bank.pay(account, MovementKind.CASH_IN, "60000.00");
    bank.todayIs(DAY);
    bank.place(customer);
    bank.pay(account, MovementKind.CASH_OUT, "60000.00");
    bank.todayIs(DAY.plusDays(1));
    bank.place(customer);
    return customer;
  }

  /** Somebody of Zhang's who has 4,500 of the 5,000 points for the next tier on DAY. */
  private UUID rising() {
    UUID customer = bank.customer();
    handOver(null, zhang, customer);
    bank.todayIs(DAY.minusDays(1));
    bank.grant(customer, 4500, null);
    bank.todayIs(DAY);
    bank.place(customer);
    return customer;
  }

  private UUID account(UUID customer) {
    return bank.as(
        tools ->
            (UUID)
                tools
                    .em()
                    .createNativeQuery(
                        "select id from accounts.account where customer_id = :id", UUID.class)
                    .setParameter("id", customer)
                    .getSingleResult());
  }

  private void handOver(String from, String to, UUID... customers) {
    List<String> numbers = List.of(customers).stream().map(bank::number).toList();
    bank.as(tools -> tools.managers().handOver(new HandOver(from, to, numbers, "岗位调整")));
  }

  private void isAway(LocalDate from, LocalDate until) {
    bank.as(tools -> tools.managers().set(new SetManager(zhang, 0L, "张经理", true, from, until, li)));
  }

  private FollowUpView claim(FollowUpView one) {
    return bank.as(tools -> tools.followUps().claim(new ClaimFollowUp(one.id(), one.version())));
  }

  private static ReleaseFollowUp release(FollowUpView one) {
    return new ReleaseFollowUp(one.id(), one.version());
  }

  private FollowUpView finish(FollowUpView one, FollowUpOutcome outcome, String note) {
    return bank.as(
        tools ->
            tools.followUps().finish(new FinishFollowUp(one.id(), one.version(), outcome, note)));
  }

  private FollowUpView finish(FollowUpView one, long version, FollowUpOutcome outcome) {
    return bank.as(
        tools -> tools.followUps().finish(new FinishFollowUp(one.id(), version, outcome, null)));
  }

  private FollowUpView view(UUID id) {
    return bank.as(tools -> tools.followUps().view(id));
  }

  private List<FollowUpView> open(UUID customer) {
    return bank.as(tools -> tools.followUps().openOf(customer));
  }

  private FollowUpView only(UUID customer) {
    List<FollowUpView> open = open(customer);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private List<FollowUpView> mine() {
    Map<String, String> open = Map.of("status", "OPEN,CLAIMED");
    return bank.as(tools -> tools.followUps().list(PageRequest.after(null, 50, null, open)))
        .items();
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
