package com.heyi.relationship;

import static com.heyi.relationship.Clientele.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.relationship.internal.RelationshipPersonalData;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Managers look after customers, hand them over, and are alerted when much comes or goes. */
class LookingAfterCustomersTest {
  private final Clientele bank = new Clientele();
  private final String zhang = bank.manager("张经理");
  private final String li = bank.manager("李经理");

  @Test
  void aCustomerIsHandedOverWithReasonAndDay() {
    UUID customer = bank.customer();
    handOver(null, zhang, customer);
    bank.todayIs(DAY.plusDays(5));

    handOver(zhang, li, customer);

    CareView care = bank.as(tools -> tools.managers().of(customer));
    assertThat(care.manager()).isEqualTo(li);
    assertThat(care.since()).isEqualTo(DAY.plusDays(5));
    List<HandOverView> history = bank.as(tools -> tools.managers().history(customer));
    assertThat(history).extracting(HandOverView::from).containsExactly(zhang, null);
    assertThat(history).extracting(HandOverView::reason).containsOnly("岗位调整");
  }

  @Test
  void allCustomersOfAManagerGoAtOnceWithTheAlertsThatWait() {
    UUID first = bank.customer();
    UUID second = bank.customer();
    handOver(null, zhang, first, second);
    bank.pay(bank.account(first), MovementKind.CASH_IN, "200000.00");
    bank.look();

    HandedOver done =
        bank.as(tools -> tools.managers().handOver(new HandOver(zhang, li, List.of(), "岗位调整")));

    assertThat(done.customers()).isEqualTo(2);
    assertThat(alerts(first)).singleElement().extracting(AlertView::manager).isEqualTo(li);
    assertRefused(
        "relationship.nobody",
        () ->
            bank.as(
                tools -> tools.managers().handOver(new HandOver(zhang, li, List.of(), "岗位调整"))));
  }

  @Test
  void ofTwoHandOversAtOnceTheSecondIsToldThatSomebodyElseLooksAfterHim() throws Exception {
    UUID customer = bank.customer();
    String wang = bank.manager("王经理");
    handOver(null, zhang, customer);
    CountDownLatch ready = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> outcomes =
          List.of(li, wang).stream()
              .map(
                  to ->
                      two.submit(
                          () -> {
                            ready.await();
                            try {
                              handOver(zhang, to, customer);
                              return "done";
                            } catch (HeyiException e) {
                              return e.code();
                            }
                          }))
              .toList();
      ready.countDown();
      assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
          .containsExactlyInAnyOrder("done", "relationship.care-moved");
    } finally {
      two.shutdown();
    }
    List<HandOverView> history = bank.as(tools -> tools.managers().history(customer));
    assertThat(history).hasSize(2);
  }

  @Test
  void whoIsErasedWhileAWholePortfolioIsHandedOverIsLeftOut() throws Exception {
    UUID erased = bank.customer();
    UUID stays = bank.customer();
    handOver(null, zhang, erased, stays);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<?> erasure =
          two.submit(
              () ->
                  bank.as(
                      tools -> {
                        Clientele.erase(tools, erased);
                        held.countDown();
                        return await(done);
                      }));
      assertThat(await(held)).isTrue();
      Future<HandedOver> handOver =
          two.submit(
              () ->
                  bank.as(
                      tools ->
                          tools.managers().handOver(new HandOver(zhang, li, List.of(), "岗位调整"))));
      assertThatThrownBy(() -> handOver.get(2, TimeUnit.SECONDS))
          .as("it waits for the erasure")
          .isInstanceOf(TimeoutException.class);
      done.countDown();
      erasure.get();

      assertThat(handOver.get().customers()).isEqualTo(1);
    } finally {
      two.shutdown();
    }
    CareView left = bank.as(tools -> tools.managers().of(stays));
    assertThat(left.manager()).isEqualTo(li);
    CareView gone = bank.as(tools -> tools.managers().of(erased));
    assertThat(gone.manager()).isNull();
    List<String> number = List.of(bank.number(erased));
    assertRefused(
        "customer.erased",
        () -> bank.as(tools -> tools.managers().handOver(new HandOver(null, li, number, "岗位调整"))));
  }

  @Test
  void anOperatorSeesHisOwnAndThoseOfWhomHeStandsInForToday() {
    UUID customer = bank.customer();
    handOver(null, zhang, customer);
    bank.pay(bank.account(customer), MovementKind.CASH_IN, "200000.00");
    bank.look();
    UUID alert = alerts(customer).get(0).id();
    bank.iAm(li);
    assertThat(alerts(customer)).isEmpty();
    assertRefused("record.not-found", () -> bank.as(tools -> tools.alerts().view(alert)));
    bank.iAmAdmin();
    bank.as(
        tools ->
            tools
                .managers()
                .set(new SetManager(zhang, 0L, "张经理", true, DAY.plusDays(1), DAY.plusDays(2), li)));
    bank.iAm(li);
    assertThat(alerts(customer)).isEmpty();
    bank.todayIs(DAY.plusDays(1));
    assertThat(alerts(customer)).hasSize(1);
    CareView care = bank.as(tools -> tools.managers().of(customer));
    assertThat(care.actingManager()).isEqualTo(li);
    bank.todayIs(DAY.plusDays(3));
    assertThat(alerts(customer)).isEmpty();
  }

  @Test
  void severalMovementsOfADayThatAddUpToExactlyTheThresholdAreOneAlert() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.pay(account, MovementKind.CASH_IN, "150000.00");
    bank.look();
    assertThat(alerts(customer)).isEmpty();
    bank.pay(account, MovementKind.CASH_IN, "49999.99");
    bank.look();
    assertThat(alerts(customer)).isEmpty();

    bank.pay(account, MovementKind.CASH_IN, "0.01");
    bank.look();
    bank.look();

    assertThat(alerts(customer))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.amount()).isEqualTo(Money.cny("200000.00"));
              assertThat(alert.movements()).isEqualTo(3);
              assertThat(alert.direction()).isEqualTo(FlowDirection.IN);
              assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
            });
  }

  @Test
  void midnightBeginsANewDay() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.nowIs(DAY, Clientele.LAST_MOMENT);
    bank.pay(account, MovementKind.CASH_IN, "199999.99");
    bank.nowIs(DAY.plusDays(1), LocalTime.MIDNIGHT);
    bank.pay(account, MovementKind.CASH_IN, "199999.99");
    bank.look();
    assertThat(alerts(customer)).isEmpty();

    bank.nowIs(DAY.plusDays(1), Clientele.LAST_MOMENT);
    bank.pay(account, MovementKind.CASH_IN, "0.01");
    bank.look();

    assertThat(alerts(customer))
        .singleElement()
        .extracting(AlertView::day)
        .isEqualTo(DAY.plusDays(1));
  }

  @Test
  void whatIsTakenBackNoLongerCountsAndIsNoOutflow() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    MovementView wrong = bank.pay(account, MovementKind.CASH_IN, "300000.00");
    bank.look();
    bank.takeBack(account, wrong);
    bank.look();

    assertThat(alerts(customer))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.direction()).isEqualTo(FlowDirection.IN);
              assertThat(alert.amount()).isEqualTo(Money.cny("0.00"));
            });
  }

  @Test
  void anAlertIsSeenHandledAndOpenAgainWhenMoreGoes() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.pay(account, MovementKind.CASH_IN, "199999.00");
    bank.pay(account, MovementKind.CASH_OUT, "100000.00");
    bank.look();
    AlertView alert = alerts(customer).get(0);
    assertThat(alert.direction()).isEqualTo(FlowDirection.OUT);

    AlertView seen =
        bank.as(tools -> tools.alerts().see(new SeeAlert(alert.id(), alert.version())));
    AlertView handled =
        bank.as(
            tools ->
                tools.alerts().handle(new HandleAlert(alert.id(), seen.version(), "购房首付，已致电确认")));

    assertThat(handled.status()).isEqualTo(AlertStatus.HANDLED);
    assertRefused(
        "relationship.alert-status",
        () ->
            bank.as(
                tools ->
                    tools.alerts().handle(new HandleAlert(alert.id(), handled.version(), "再次"))));
    bank.pay(account, MovementKind.CASH_OUT, "1.00");
    bank.look();
    AlertView again = alerts(customer).get(0);
    assertThat(again.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(again.amount()).isEqualTo(Money.cny("100001.00"));
  }

  @Test
  void anAlertThatIsOpenAgainGoesToWhoLooksAfterTheCustomerNow() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    handOver(null, zhang, customer);
    bank.pay(account, MovementKind.CASH_IN, "200000.00");
    bank.look();
    handle(alerts(customer).get(0));
    handOver(zhang, li, customer);
    assertThat(alerts(customer).get(0).manager()).isEqualTo(zhang);

    bank.pay(account, MovementKind.CASH_IN, "1.00");
    bank.look();

    assertThat(alerts(customer))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
              assertThat(alert.manager()).isEqualTo(li);
            });
  }

  @Test
  void whatGrowsBelowTheThresholdAfterAReversalIsNotOpenAgain() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    MovementView wrong = bank.pay(account, MovementKind.CASH_IN, "300000.00");
    bank.look();
    handle(alerts(customer).get(0));
    bank.takeBack(account, wrong);
    bank.look();

    bank.pay(account, MovementKind.CASH_IN, "1.00");
    bank.look();

    assertThat(alerts(customer))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.status()).isEqualTo(AlertStatus.HANDLED);
              assertThat(alert.amount()).isEqualTo(Money.cny("1.00"));
            });
  }

  @Test
  void anOperatorFindsNobodyElsesAlertsByTheCustomerEither() {
    UUID customer = bank.customer();
    handOver(null, zhang, customer);
    bank.pay(bank.account(customer), MovementKind.CASH_IN, "200000.00");
    bank.look();

    bank.iAm(li);
    List<AlertView> his = bank.as(tools -> tools.alerts().openOf(customer));
    assertThat(his).isEmpty();
    bank.iAm(zhang);
    List<AlertView> own = bank.as(tools -> tools.alerts().openOf(customer));
    assertThat(own).hasSize(1);
  }

  @Test
  void whoStandsInForASubstituteWhoIsAwayTooSeesBoth() {
    String wang = bank.manager("王经理");
    UUID customer = bank.customer();
    handOver(null, zhang, customer);
    away(zhang, li);
    away(li, wang);

    bank.iAm(wang);
    CareView care = bank.as(tools -> tools.managers().of(customer));
    assertThat(care.actingManager()).isEqualTo(wang);
    List<CareView> seen = bank.as(tools -> tools.managers().customers(all())).items();
    assertThat(seen).extracting(CareView::customerId).contains(customer);
  }

  @Test
  void whenTwoWhoAreAwayStandInForEachOtherNobodyDoes() {
    UUID customer = bank.customer();
    handOver(null, zhang, customer);
    away(zhang, li);
    away(li, zhang);

    CareView care = bank.as(tools -> tools.managers().of(customer));
    assertThat(care.actingManager()).isEqualTo(zhang);
  }

  @Test
  void whoIsNoLongerActiveStandsInForNobody() {
    bank.as(tools -> tools.managers().set(new SetManager(li, 0L, "李经理", false, null, null, null)));
    assertRefused("relationship.manager-inactive", () -> away(zhang, li));
  }

  @Test
  void onlyWhoSignsInAsOperatorOrAdministratorBecomesAManager() {
    bank.iAmAdmin();
    bank.holds("nobody");
    bank.holds("auditor.zhao", Role.AUDITOR, Role.COMPLAINT_HANDLER);
    bank.holds("admin.sun", Role.HEAD_OFFICE_ADMIN);

    assertRefused("relationship.manager-account", () -> set("nobody", null, true));
    assertRefused("relationship.manager-account", () -> set(" Auditor.Zhao", null, true));
    assertThat(set("admin.sun", null, true).active()).isTrue();
  }

  @Test
  void whoseAccountEndedIsMadeInactiveAndNothingElse() {
    bank.holds(zhang);

    assertRefused("relationship.manager-account", () -> set(zhang, 0L, true));
    assertThat(set(zhang, 0L, false).active()).isFalse();
  }

  @Test
  void anAccountIsTheSameHoweverItIsTyped() {
    UUID customer = bank.customer();
    handOver(null, " " + zhang.toUpperCase(Locale.ROOT), customer);

    CareView care = bank.as(tools -> tools.managers().of(customer));
    assertThat(care.manager()).isEqualTo(zhang);
  }

  @Test
  void aMovementWhoseTransactionIsUndoneLeavesNothingToLookAt() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    assertThatThrownBy(
            () ->
                bank.as(
                    tools -> {
                      Clientele.pay(tools, account, MovementKind.CASH_IN, "500000.00");
                      throw new IllegalStateException("the server is killed");
                    }))
        .hasMessageContaining("killed");
    bank.look();

    assertThat(alerts(customer)).isEmpty();
  }

  @Test
  void aTiersOwnThresholdGoesBeforeThatOfEveryTier() {
    LocalDate later = LocalDate.of(2101, 1, 1);
    bank.todayIs(later);
    bank.iAmAdmin();
    bank.as(
        tools ->
            tools
                .alerts()
                .setThreshold(
                    new SetFlowThreshold(
                        FlowDirection.IN,
                        "ORDINARY",
                        later.plusDays(1),
                        Money.cny("10.00"),
                        "零售业务部")));
    bank.todayIs(later.plusDays(1));
    UUID ordinary = bank.customer();
    bank.place(ordinary);
    UUID unplaced = bank.customer();
    bank.pay(bank.account(ordinary), MovementKind.CASH_IN, "10.00");
    bank.pay(bank.account(unplaced), MovementKind.CASH_IN, "10.00");
    bank.look();

    assertThat(alerts(ordinary)).hasSize(1);
    assertThat(alerts(unplaced)).isEmpty();
  }

  @Test
  void aManagerSeesWhatHisCustomersAreWorthAndWhoIsAboutToFall() {
    UUID rich = bank.customer();
    UUID unplaced = bank.customer();
    handOver(null, zhang, rich, unplaced);
    bank.pay(bank.account(rich), MovementKind.CASH_IN, "60000.00");
    bank.todayIs(DAY.plusDays(1));
    bank.place(rich);

    CareView care = bank.as(tools -> tools.managers().of(rich));
    CareView none = bank.as(tools -> tools.managers().of(unplaced));

    assertThat(care.tier()).isEqualTo("GOLD");
    assertThat(care.assets()).isEqualTo(Money.cny("60000.00"));
    assertThat(care.graceUntil()).isNull();
    assertThat(none.tier()).isNull();
    assertThat(none.assets()).isNull();
    assertThat(none.nextPercent()).isNull();
  }

  @Test
  void whyCustomersWereHandedOverIsForgottenInTimeAndWhoHadThemStays() {
    bank.todayIs(LocalDate.of(2020, 6, 1));
    UUID old = bank.customer();
    handOver(null, zhang, old);
    bank.todayIs(DAY);
    UUID young = bank.customer();
    handOver(null, zhang, young);
    Instant before = Instant.parse("2020-07-01T00:00:00Z");

    bank.as(
        tools -> new RelationshipPersonalData(tools.em()).forget("manager-words", before, 1000));

    List<HandOverView> his = bank.as(tools -> tools.managers().history(old));
    assertThat(his).extracting(HandOverView::reason).containsExactly("—");
    assertThat(his).extracting(HandOverView::to).containsExactly(zhang);
    List<HandOverView> recent = bank.as(tools -> tools.managers().history(young));
    assertThat(recent).extracting(HandOverView::reason).containsExactly("岗位调整");
  }

  private void handOver(String from, String to, UUID... customers) {
    List<String> numbers = List.of(customers).stream().map(bank::number).toList();
    bank.as(tools -> tools.managers().handOver(new HandOver(from, to, numbers, "岗位调整")));
  }

  private void handle(AlertView alert) {
    bank.as(tools -> tools.alerts().handle(new HandleAlert(alert.id(), alert.version(), "已致电确认")));
  }

  private void away(String manager, String substitute) {
    bank.iAmAdmin();
    bank.as(
        tools ->
            tools
                .managers()
                .set(new SetManager(manager, 0L, manager, true, DAY, DAY.plusDays(9), substitute)));
  }

  private ManagerView set(String account, Long version, boolean active) {
    return bank.as(
        tools ->
            tools
                .managers()
                .set(new SetManager(account, version, "孙经理", active, null, null, null)));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PageRequest all() {
    return PageRequest.after(null, 50, null, Map.of());
  }

  private List<AlertView> alerts(UUID customer) {
    Map<String, String> his = Map.of("customer", bank.number(customer));
    return bank.as(tools -> tools.alerts().list(PageRequest.after(null, 50, null, his)).items());
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
