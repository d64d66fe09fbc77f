package com.heyi.winddown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.AppStatus;
import com.heyi.deposits.MovementView;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.imports.ImportStatus;
import com.heyi.mall.PointsView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.AtOnce;
import com.heyi.testing.TestDatabase;
import com.heyi.winddown.internal.AMigrationKeepsItsMovement;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** An app is announced, frozen, migrated and closed, and nobody loses anything. */
class WindingAnAppDownTest {
  private static final LocalDate DAY = Closing.ANNOUNCED;
  private final Closing closing = new Closing();

  @Test
  void everythingOfEveryCustomerIsMigratedRefundedOrExpired() {
    UUID rich = closing.customer("rich");
    UUID account = closing.account(rich, AccountType.I);
    UUID homeless = closing.customer("homeless");
    UUID poor = closing.customer("poor");
    PlanView plan = closing.frozen();
    assertThat(plan.impact().customers()).isEqualTo(3);
    assertThat(plan.impact().accounts()).isEqualTo(1);
    ImportOutcome handedOver =
        closing.handOver(
            balance("rich", "POINTS", "1200", "2027-12-31"),
            balance("rich", "POINTS", "300", "2026-03-31"),
            balance("rich", "POINTS", "50"),
            balance("rich", "MONEY", "88.88"),
            balance("homeless", "MONEY", "12.30"));
    assertThat(handedOver.loaded()).isEqualTo(5);

    plan = closing.migrating(plan);
    ImportOutcome outcome = closing.runBatch(plan);

    assertThat(outcome).isEqualTo(ImportOutcome.loaded(3));
    ProofView proof = closing.proof(plan, rich);
    assertThat(proof.pointsBefore()).isEqualTo(Points.of(1550));
    assertThat(proof.pointsAfter()).isEqualTo(Points.of(1250));
    assertThat(proof.pointsExpired()).isEqualTo(Points.of(300));
    assertThat(proof.moneyAfter()).isEqualTo(Money.cny("88.88"));
    assertThat(closing.balance(account)).isEqualTo(Money.cny("88.88"));
    assertThat(closing.points(rich).usable()).isEqualTo(Points.of(1250));
    assertThat(closing.points(rich).lots())
        .extracting(PointsView.Lot::expiresOn)
        .containsExactlyInAnyOrder(LocalDate.of(2027, 12, 31), null);
    assertThat(closing.proof(plan, homeless).moneyRefunded()).isEqualTo(Money.cny("12.30"));
    assertThat(closing.proof(plan, poor).pointsBefore()).isEqualTo(Points.ZERO);
    List<UUID> known = closing.as(tools -> tools.apps().customersOf(closing.into));
    assertThat(known).containsExactlyInAnyOrder(rich, homeless, poor);
    assertThat(closing.breaches()).isZero();
  }

  @Test
  void aBatchRunTwiceMovesNothingTwice() {
    UUID customer = closing.customer("one");
    PlanView plan = closing.frozen();
    closing.handOver(balance("one", "POINTS", "700"), balance("one", "MONEY", "5.00"));
    plan = closing.migrating(plan);
    closing.runBatch(plan);

    ImportOutcome again = closing.runBatch(plan);

    assertThat(again).isEqualTo(ImportOutcome.unchanged(1));
    assertThat(closing.points(customer).usable()).isEqualTo(Points.of(700));
    assertThat(closing.view(plan).progress().refundsDue()).isEqualTo(1);
  }

  @Test
  void aRecordIsNotMergedIntoWhoWasMigratedBeforeItsOwnThingsHaveMoved() {
    UUID kept = closing.customer("kept");
    UUID record = closing.customer("record");
    PlanView frozen = closing.frozen();
    closing.handOver(balance("kept", "POINTS", "100"), balance("record", "POINTS", "30"));
    PlanView plan = closing.migrating(frozen);
    List<List<ImportRecord>> batch = closing.batch(plan);
    int his = Closing.placeOf(batch, kept);
    closing.as(tools -> tools.migration().loadAll(batch.subList(his, his + 1)));

    assertThatThrownBy(() -> closing.merge(record, kept))
        .isInstanceOfSatisfying(
            HeyiException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("winddown.merge-waits");
              assertThat(refused.args()).containsExactly(closing.app);
            });

    closing.runBatch(plan);
    closing.merge(record, kept);
    assertThat(closing.view(plan).progress().holdings())
        .isEqualTo(closing.view(plan).progress().moved());
    List<ProofView> proved = closing.as(tools -> tools.facade().proofsOf(kept));
    assertThat(proved)
        .as("under the record that he is now stands what was proved of the other")
        .hasSize(2);
  }

  @Test
  void whoMergesWhileABatchIsAtWorkIsToldToTryAgain() {
    UUID kept = closing.customer("kept");
    UUID record = closing.customer("record");
    PlanView frozen = closing.frozen();
    closing.handOver(balance("kept", "POINTS", "100"), balance("record", "POINTS", "30"));
    PlanView plan = closing.migrating(frozen);

    TestDatabase.get()
        .doInTransaction(
            batch -> {
              batch
                  .createNativeQuery("select 1 from winddown.plan where id = :id for share")
                  .setParameter("id", plan.id())
                  .getSingleResult();
              refused("winddown.merge-busy", () -> closing.merge(record, kept));
            });

    closing.merge(record, kept);
  }

  @Test
  void recordsThatAreMergedBeforeTheyAreMigratedMoveAsOne() {
    UUID kept = closing.customer("kept");
    UUID record = closing.customer("record");
    PlanView frozen = closing.frozen();
    closing.handOver(balance("kept", "POINTS", "100"), balance("record", "POINTS", "30"));
    PlanView plan = closing.migrating(frozen);
    List<List<ImportRecord>> batch = closing.batch(plan);
    closing.merge(record, kept);

    closing.as(tools -> tools.migration().loadAll(batch));

    assertThat(closing.proof(plan, kept).pointsBefore()).isEqualTo(Points.of(130));
    assertThat(closing.view(plan).progress().customers()).isEqualTo(1);
    assertThat(closing.view(plan).progress().migrated()).isEqualTo(1);
  }

  @Test
  void whatACrashUndidIsMigratedOnceByTheNextRun() {
    Map<String, UUID> customers = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      customers.put("c" + i, closing.customer("c" + i));
    }
    PlanView frozen = closing.frozen();
    customers.keySet().forEach(id -> closing.handOver(balance(id, "POINTS", "10")));
    PlanView plan = closing.migrating(frozen);
    List<List<ImportRecord>> batch = closing.batch(plan);
    closing.as(tools -> tools.migration().loadAll(batch.subList(0, 2)));
    assertThatThrownBy(
            () ->
                closing.as(
                    tools -> {
                      tools.migration().loadAll(batch.subList(2, 5));
                      throw new IllegalStateException("the server is killed");
                    }))
        .hasMessageContaining("killed");

    ImportOutcome rest = closing.runBatch(plan);

    assertThat(rest).isEqualTo(new ImportOutcome(4, 2, List.of()));
    customers
        .values()
        .forEach(id -> assertThat(closing.points(id).usable()).isEqualTo(Points.of(10)));
    assertThat(closing.view(plan).progress().nothingLeft()).isTrue();
  }

  @Test
  void closingIsRefusedWhileAnythingIsLeftAndNamesIt() {
    closing.customer("a");
    closing.customer("b");
    PlanView frozen = closing.frozen();
    closing.handOver(balance("a", "MONEY", "3.00"), balance("b", "POINTS", "5"));
    PlanView plan = closing.migrating(frozen);
    closing.todayIs(DAY.plusDays(90));

    assertThatThrownBy(() -> close(plan))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.code()).isEqualTo("winddown.something-left");
              assertThat(e.args().subList(0, 3)).containsExactly(2L, 2L, 0L);
            });
    closing.runBatch(plan);
    assertThatThrownBy(() -> close(plan))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> assertThat(e.args().subList(0, 3)).containsExactly(0L, 0L, 1L));
    PlanView settled =
        closing.does(
            facade ->
                facade.settleRefunds(
                    new SettleRefunds(
                        plan.id(), closing.view(plan).version(), "PAY-2026-1", "原路退回")));
    assertThat(settled.progress().refundsDue()).isZero();
    assertThat(close(plan).row().status()).isEqualTo(PlanStatus.CLOSED);
    assertThat(closing.as(tools -> tools.apps().require(closing.app)).status())
        .isEqualTo(AppStatus.CLOSED);
    refused("winddown.wrong-status", () -> close(plan));
  }

  @Test
  void aCustomerWhoCameBetweenTheListAndTheCloseKeepsItOpen() {
    closing.customer("early");
    PlanView plan = closing.migrating(closing.frozen());
    UUID late = closing.as(tools -> tools.directory().admit(closing.into, "late")).id();
    closing.runBatch(plan);
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "insert into accounts.identity (app_code, external_id, customer_id,"
                            + " linked_at) values (:app, 'late', :customer, now())")
                    .setParameter("app", closing.app)
                    .setParameter("customer", late)
                    .executeUpdate());
    closing.todayIs(DAY.plusDays(90));
    refused("winddown.something-left", () -> close(plan));
    PlanView again = closing.migrating(closing.view(plan));
    assertThat(closing.runBatch(again)).isEqualTo(ImportOutcome.loaded(1));
    assertThat(close(again).row().status()).isEqualTo(PlanStatus.CLOSED);
  }

  @Test
  void noStepComesBeforeTheMidnightOfItsDay() {
    closing.customer("a");
    PlanView announced = closing.announce();
    FreezeApp freeze = new FreezeApp(announced.id(), announced.version(), "x");
    closing.nowIs(beforeMidnight(29));
    refused("winddown.too-early", () -> closing.does(facade -> facade.freeze(freeze)));
    closing.nowIs(DAY.plusDays(30).atStartOfDay());
    PlanView frozen = closing.does(facade -> facade.freeze(freeze));
    assertThat(closing.as(tools -> tools.apps().require(closing.app)).status())
        .isEqualTo(AppStatus.FROZEN);
    refused("app.closed", () -> closing.customer("newcomer"));
    closing.nowIs(beforeMidnight(39));
    MigrateApp migrate = new MigrateApp(frozen.id(), frozen.version(), "x", closing.control());
    refused("winddown.too-early", () -> closing.does(facade -> facade.migrate(migrate)));
    closing.nowIs(DAY.plusDays(40).atStartOfDay());
    PlanView migrating = closing.migrating(frozen);
    closing.runBatch(migrating);
    closing.nowIs(beforeMidnight(89));
    refused("winddown.too-early", () -> close(migrating));
    closing.nowIs(DAY.plusDays(90).atStartOfDay());
    assertThat(close(migrating).row().status()).isEqualTo(PlanStatus.CLOSED);
  }

  @Test
  void ofTwoWhoFreezeAndCallOffAtOnceOneIsToldThatThePlanHasMovedOn() throws Exception {
    closing.customer("a");
    PlanView announced = closing.announce();
    closing.todayIs(DAY.plusDays(30));
    FreezeApp freeze = new FreezeApp(announced.id(), announced.version(), "到期");
    CallOffClosing callOff = new CallOffClosing(announced.id(), announced.version(), "客户意见");

    List<String> errors =
        AtOnce.all(
            List.of(
                answering(() -> closing.does(facade -> facade.freeze(freeze))),
                answering(() -> closing.does(facade -> facade.callOff(callOff)))));

    assertThat(errors).containsExactlyInAnyOrder("done", CommonError.VERSION_MOVED.code());
    boolean frozen = closing.view(announced).row().status() == PlanStatus.FROZEN;
    assertThat(closing.as(tools -> tools.apps().require(closing.app)).status())
        .isEqualTo(frozen ? AppStatus.FROZEN : AppStatus.ACTIVE);
  }

  private static Callable<String> answering(Runnable step) {
    return () -> {
      try {
        step.run();
        return "done";
      } catch (HeyiException e) {
        return e.code();
      }
    };
  }

  @Test
  void customersAreToldInTimeAndTheRuleIsDated() {
    refused("winddown.notice-too-short", () -> announce(29, 40, 90));
    refused("winddown.notice-too-short", () -> announce(30, 40, 89));
    refused("winddown.days-order", () -> announce(40, 30, 90));
    refused("winddown.notice-past", () -> notice(DAY.minusDays(1), 45));
    // Far ahead, so that other tests in the same database go by the rule they know.
    LocalDate later = LocalDate.of(2040, 1, 1).plusDays(new Random().nextInt(10_000));
    assertThat(notice(later, 45).inForce()).isFalse();
    refused("winddown.notice-duplicate", () -> notice(later, 60));
    assertThat(announce(30, 40, 90).row().status()).isEqualTo(PlanStatus.ANNOUNCED);
    refused("winddown.plan-exists", () -> announce(30, 40, 90));
  }

  @Test
  void aClosingCalledOffLetsTheAppTakeCustomersAgain() {
    PlanView plan = closing.frozen();
    closing.does(facade -> facade.callOff(new CallOffClosing(plan.id(), plan.version(), "客户意见")));
    assertThat(closing.customer("back-again")).isNotNull();
    closing.todayIs(DAY);
    assertThat(closing.announce().id()).isNotEqualTo(plan.id());
  }

  @Test
  void balancesAreTakenOnlyFromAFrozenAppAndOnlyOnce() {
    closing.customer("a");
    assertThat(codes(closing.handOver(balance("a", "POINTS", "5"))))
        .containsExactly("app-balance.not-frozen");
    PlanView frozen = closing.frozen();
    assertThat(
            codes(
                closing.handOver(
                    balance("nobody", "POINTS", "5"),
                    balance("a", "POINTS", "0"),
                    balance("a", "POINTS", "1.5"),
                    balance("a", "MONEY", "1.555"),
                    balance("a", "MONEY", "-1"),
                    balance("a", "MILES", "1"),
                    balance("a", "POINTS", "1", "2026-02-30"),
                    balance("a", "MONEY", "1", "2026-12-31"))))
        .containsExactly(
            "app-balance.unknown-identity",
            "app-balance.column",
            "app-balance.column",
            "app-balance.column",
            "app-balance.column",
            "app-balance.column",
            "app-balance.column",
            "app-balance.column");
    assertThat(closing.handOver(balance("a", "POINTS", "5")).loaded()).isEqualTo(1);
    assertThat(closing.handOver(balance("a", "POINTS", "5")).unchanged()).isEqualTo(1);
    assertThat(codes(closing.handOver(balance("a", "POINTS", "6"))))
        .containsExactly("app-balance.differs");
    closing.migrating(frozen);
    assertThat(codes(closing.handOver(balance("a", "MONEY", "6"))))
        .containsExactly("app-balance.not-frozen");
  }

  @Test
  void twoLotsOfOneDayAndOneAmountAreBothTakenOverAndMigrated() {
    UUID customer = closing.customer("twice");
    PlanView frozen = closing.frozen();
    String[] lot = balance("twice", "POINTS", "100", "2027-03-31");
    String[] other = balance("twice", "POINTS", "70", "2027-03-31");

    assertThat(closing.handOver(lot, lot, other)).isEqualTo(ImportOutcome.loaded(3));
    assertThat(closing.handOver(other, lot, lot)).isEqualTo(ImportOutcome.unchanged(3));

    PlanView plan = closing.migrating(frozen);
    closing.runBatch(plan);
    assertThat(closing.proof(plan, customer).pointsBefore()).isEqualTo(Points.of(270));
    assertThat(closing.points(customer).usable()).isEqualTo(Points.of(270));
    assertThat(closing.points(customer).lots()).hasSize(3);
  }

  @Test
  void theSlicesOfOneFileAreTakenTogetherWhenItsRowsAreCompared() {
    closing.customer("sliced");
    PlanView frozen = closing.frozen();
    String[] lot = balance("sliced", "POINTS", "100", "2027-03-31");
    UUID first = Ids.next();
    assertThat(closing.handOver(first, closing.app, lot).loaded()).isEqualTo(1);
    assertThat(closing.handOver(first, closing.app, lot).loaded()).isEqualTo(1);

    UUID again = Ids.next();
    assertThat(closing.handOver(again, closing.app, lot).unchanged()).isEqualTo(1);
    assertThat(closing.handOver(again, closing.app, lot).unchanged()).isEqualTo(1);
    assertThat(closing.handOver(again, closing.app, lot).loaded()).isEqualTo(1);

    assertThat(closing.view(frozen).progress().pointsBefore()).isEqualTo(Points.of(300));
  }

  @Test
  void moneyThatTheAccountMayNotTakeIsRefunded() {
    UUID customer = closing.customer("third-class");
    UUID account = closing.account(customer, AccountType.III);
    PlanView frozen = closing.frozen();
    closing.handOver(balance("third-class", "MONEY", "2000.01"));
    PlanView plan = closing.migrating(frozen);
    closing.runBatch(plan);
    assertThat(closing.proof(plan, customer).moneyRefunded()).isEqualTo(Money.cny("2000.01"));
    assertThat(closing.balance(account)).isEqualTo(Money.cny("0"));
  }

  @Test
  void whatAMigrationHasPaidInBelongsToItsProofAndNothingElse() {
    UUID customer = closing.customer("saver");
    UUID account = closing.account(customer, AccountType.I);
    PlanView frozen = closing.frozen();
    closing.handOver(balance("saver", "MONEY", "9.00"));
    closing.runBatch(closing.migrating(frozen));
    List<UUID> movements =
        closing.as(
            tools ->
                tools
                    .ledger()
                    .statement(account, PageRequest.at(0, 10, null, Map.of()))
                    .items()
                    .stream()
                    .map(MovementView::movementId)
                    .toList());
    assertThat(movements).hasSize(1);

    Set<UUID> owned =
        closing.as(
            tools ->
                new AMigrationKeepsItsMovement(tools.em())
                    .own(List.of(movements.get(0), UUID.randomUUID())));

    assertThat(owned).containsExactly(movements.get(0));
  }

  @Test
  void moneyForAnAccountThatIsClosedMeanwhileIsRefundedAndThePointsComeOnce() {
    UUID customer = closing.customer("leaving");
    UUID account = closing.account(customer, AccountType.I);
    PlanView frozen = closing.frozen();
    closing.handOver(balance("leaving", "POINTS", "400"), balance("leaving", "MONEY", "9.00"));
    PlanView plan = closing.migrating(frozen);
    closing.afterTheAccountsAreRead(
        read -> {
          TestDatabase.get()
              .doInTransaction(
                  em ->
                      em.createNativeQuery(
                              "update accounts.account set status = 'CLOSED' where id = :account")
                          .setParameter("account", account)
                          .executeUpdate());
          return read;
        });

    assertThat(closing.runBatch(plan)).isEqualTo(ImportOutcome.loaded(1));

    assertThat(closing.runBatch(plan)).isEqualTo(ImportOutcome.unchanged(1));
    assertThat(closing.proof(plan, customer).moneyRefunded()).isEqualTo(Money.cny("9.00"));
    assertThat(closing.points(customer).usable()).isEqualTo(Points.of(400));
    assertThat(closing.balance(account)).isEqualTo(Money.cny("0"));
  }

  @Test
  void whoCannotBeBookedWholeIsNotBookedAtAllAndStopsTheRunByName() {
    UUID customer = closing.customer("broken");
    UUID account = closing.account(customer, AccountType.I);
    PlanView frozen = closing.frozen();
    closing.handOver(balance("broken", "POINTS", "400"), balance("broken", "MONEY", "9.00"));
    PlanView plan = closing.migrating(frozen);
    closing.afterTheAccountsAreRead(
        read ->
            read.stream()
                .map(
                    ref ->
                        new AccountRef(
                            Ids.next(), ref.number(), ref.customerId(), ref.type(), ref.status()))
                .toList());

    refused("app-migration.stopped", () -> closing.runBatch(plan));

    assertThat(closing.points(customer).usable()).isEqualTo(Points.ZERO);
    assertThat(closing.view(plan).progress().migrated()).isZero();
    closing.afterTheAccountsAreRead(UnaryOperator.identity());
    assertThat(closing.runBatch(plan)).isEqualTo(ImportOutcome.loaded(1));
    assertThat(closing.points(customer).usable()).isEqualTo(Points.of(400));
    assertThat(closing.balance(account)).isEqualTo(Money.cny("9.00"));
  }

  @Test
  void anAppWithMoreCustomersThanAStatementTakesParametersIsMigrated() {
    closing.customer("first");
    PlanView frozen = closing.frozen();
    int many = 66_000;
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "with c as (insert into accounts.customer (id, version, number, name,"
                            + " identity_status, registered_at) select gen_random_uuid(), 0, 'WX'"
                            + " || n, '甲', 'UNVERIFIED', now() from generate_series(1, :many) n"
                            + " returning id, number) insert into accounts.identity (app_code,"
                            + " external_id, customer_id, linked_at) select :app, number, id, now()"
                            + " from c")
                    .setParameter("app", closing.app)
                    .setParameter("many", many)
                    .executeUpdate());

    PlanView plan = closing.migrating(frozen);

    assertThat(closing.batch(plan)).hasSize(many + 1);
    assertThat(plan.progress().customersLeft()).isEqualTo(many + 1);
  }

  @Test
  void nobodyIsMigratedBeforeTheControlTotalsEqualWhatWasLoaded() {
    closing.customer("a");
    closing.customer("b");
    PlanView frozen = closing.frozen();
    ControlTotals nothing = new ControlTotals(Points.ZERO, Money.cny("0"), 0L, 0L, 0L);
    ControlTotals stated = new ControlTotals(Points.of(700), Money.cny("5.50"), 2L, 0L, 0L);
    refused("winddown.control-missing", () -> closing.migrating(frozen, null));
    assertThatThrownBy(() -> closing.migrating(frozen, stated))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.code()).isEqualTo("winddown.control-differs");
              assertThat(e.args())
                  .containsExactly(
                      700L,
                      new BigDecimal("5.50"),
                      2L,
                      0L,
                      0L,
                      0L,
                      new BigDecimal("0.00"),
                      0L,
                      0L,
                      0L);
            });
    closing.handOver(balance("a", "POINTS", "700"), balance("b", "MONEY", "5.50"));
    refused("winddown.control-differs", () -> closing.migrating(frozen, nothing));
    for (ControlTotals wrong :
        List.of(
            new ControlTotals(Points.of(701), Money.cny("5.50"), 2L, 0L, 0L),
            new ControlTotals(Points.of(700), Money.cny("5.51"), 2L, 0L, 0L),
            new ControlTotals(Points.of(700), Money.cny("5.50"), 3L, 0L, 0L))) {
      refused("winddown.control-differs", () -> closing.migrating(frozen, wrong));
    }
    PlanView plan = closing.migrating(frozen, stated);
    assertThat(plan.row().status()).isEqualTo(PlanStatus.MIGRATING);
    assertThat(closing.migrating(plan, null).row().status()).isEqualTo(PlanStatus.MIGRATING);
  }

  @Test
  void anAppThatHandsNothingOverIsMigratedWhenThatIsSaid() {
    closing.customer("a");
    PlanView frozen = closing.frozen();
    ControlTotals nothing = new ControlTotals(Points.ZERO, Money.cny("0"), 0L, 0L, 0L);
    assertThat(closing.migrating(frozen, nothing).row().status()).isEqualTo(PlanStatus.MIGRATING);
  }

  @Test
  void theStatementsSayInTheReadersLanguageWhereItCameFrom() {
    UUID customer = closing.customer("reader");
    UUID account = closing.account(customer, AccountType.I);
    PlanView frozen = closing.frozen();
    closing.handOver(balance("reader", "POINTS", "7"), balance("reader", "MONEY", "1.00"));
    closing.runBatch(closing.migrating(frozen));

    Map<Locale, String> said =
        Map.of(
            Locale.SIMPLIFIED_CHINESE, "由应用 " + closing.app + " 转入",
            Locale.TRADITIONAL_CHINESE, "由應用程式 " + closing.app + " 轉入",
            Locale.ENGLISH, "Taken over from " + closing.app);
    said.forEach(
        (language, text) ->
            assertThat(closing.statement(language, customer, account)).containsExactly(text, text));
  }

  @Test
  void noSecondBatchStartsWhileOneIsAtWork() {
    closing.customer("a");
    PlanView plan = closing.migrating(closing.frozen());
    closing.batchIs(ImportStatus.RUNNING);
    refused("winddown.running", () -> closing.migrating(closing.view(plan)));
    closing.todayIs(DAY.plusDays(90));
    refused("winddown.running", () -> close(plan));
  }

  @Test
  void aListWorkedOffOutsideAMigrationMovesNothing() {
    UUID customer = closing.customer("a");
    PlanView frozen = closing.frozen();
    closing.handOver(balance("a", "POINTS", "5"));
    ImportRecord row =
        new ImportRecord(
            2, Map.of("plan", frozen.id().toString(), "customer", customer.toString()));
    assertThat(codes(closing.as(tools -> tools.migration().load(List.of(row)))))
        .containsExactly("app-migration.not-on");
    assertThat(closing.points(customer).usable()).isEqualTo(Points.ZERO);
  }

  @Test
  void theDatabaseRefusesAProofThatDoesNotAddUpOrSaysOtherThanItsMoves() {
    closing.customer("a");
    PlanView plan = closing.frozen();
    String columns =
        "insert into winddown.proof (id, plan_id, customer_id, points_before, points_after,"
            + " points_refunded, points_expired, money_before, money_after, money_refunded,"
            + " money_expired, migrated_at) values (gen_random_uuid(), '"
            + plan.id()
            + "', gen_random_uuid(), ";
    assertThatThrownBy(() -> sql(columns + "100, 90, 0, 0, 0, 0, 0, 0, now())"))
        .hasMessageContaining("points_add_up");
    assertThatThrownBy(() -> sql(columns + "0, 0, 0, 0, 5.00, 4.99, 0, 0, now())"))
        .hasMessageContaining("money_adds_up");
    assertThatThrownBy(() -> sql(columns + "100, 100, 0, 0, 0, 0, 0, 0, now())"))
        .hasMessageContaining("does not say what its moves say");
    assertThatThrownBy(() -> sql("update winddown.proof set points_before = 1"))
        .hasMessageContaining("immutable");
    assertThatThrownBy(() -> sql("delete from winddown.move")).hasMessageContaining("immutable");
  }

  @Test
  void noMoveJoinsAProofThatWasWrittenBeforeThoughItsRowIsWrittenAnewFirst() {
    UUID proof = migratedWithPoints().id();
    assertThatThrownBy(() -> owner(anotherMove(proof)))
        .hasMessageContaining("only in the transaction that wrote it");
    assertThatThrownBy(
            () ->
                owner(
                    "alter table winddown.proof disable trigger user",
                    "update winddown.proof set migrated_at = migrated_at where id = '"
                        + proof
                        + "'",
                    "alter table winddown.proof enable trigger user",
                    anotherMove(proof)))
        .hasMessageContaining("only in the transaction that wrote it");
  }

  @Test
  void whoWritesAProofDoesNotSayByWhichTransactionAndAMoveThatJoinsProvesItAgain() {
    UUID proof = migratedWithPoints().id();
    String copy = UUID.randomUUID().toString();
    assertThatThrownBy(
            () ->
                owner(
                    "create temp table copy on commit drop as select * from winddown.proof"
                        + " where id = '"
                        + proof
                        + "'",
                    "update copy set id = '"
                        + copy
                        + "', customer_id = gen_random_uuid(), points_before = 0, points_after = 0,"
                        + " points_expired = 0, written_by_tx = '9'",
                    "insert into winddown.proof select * from copy",
                    "set constraints all immediate",
                    "alter table winddown.move drop constraint move_pkey cascade",
                    "insert into winddown.move select holding_id, '"
                        + copy
                        + "', outcome, points, amount, entry_id from winddown.move where proof_id ="
                        + " '"
                        + proof
                        + "'"))
        .hasMessageContaining("does not say what its moves say");
  }

  @Test
  void aProofIsProvedOnceHoweverManyMovesItHas() throws SQLException {
    int many = 300;
    UUID plan = closing.frozen().id();
    try (Connection connection = TestDatabase.get().owner().getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        // As of a table with the moves of many.
        sql.execute("set local enable_seqscan = off");
        sql.execute(
            "insert into winddown.holding (id, plan_id, external_id, kind, points, amount,"
                + " expires_on, taken_at) select gen_random_uuid(), '"
                + plan
                + "', 'many', 'POINTS', 1, 0, date '2026-01-01' + n, now()"
                + " from generate_series(1, "
                + many
                + ") n");
        sql.execute(
            "insert into winddown.proof (id, plan_id, customer_id, points_before, points_after,"
                + " points_refunded, points_expired, money_before, money_after, money_refunded,"
                + " money_expired, migrated_at) values (gen_random_uuid(), '"
                + plan
                + "', gen_random_uuid(), "
                + many
                + ", 0, 0, "
                + many
                + ", 0, 0, 0, 0, now())");
        sql.execute(
            "insert into winddown.move (holding_id, proof_id, outcome, points, amount)"
                + " select h.id, p.id, 'EXPIRED', 1, 0 from winddown.holding h"
                + " join winddown.proof p using (plan_id) where h.plan_id = '"
                + plan
                + "'");
        long before = movesRead(sql);
        sql.execute("set constraints all immediate");
        assertThat(movesRead(sql) - before).isBetween((long) many, 10L * many);
      } finally {
        connection.rollback();
      }
    }
  }

  private static long movesRead(Statement sql) throws SQLException {
    try (ResultSet row =
        sql.executeQuery(
            "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                + " from pg_stat_xact_user_tables where relid = 'winddown.move'::regclass")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Points of a customer moved, with their proof. */
  private ProofView migratedWithPoints() {
    UUID customer = closing.customer("moved");
    PlanView plan = closing.frozen();
    closing.handOver(balance("moved", "POINTS", "700"));
    closing.runBatch(closing.migrating(plan));
    return closing.proof(plan, customer);
  }

  private static String anotherMove(UUID proof) {
    return "insert into winddown.move select gen_random_uuid(), proof_id, outcome, points, amount,"
        + " entry_id from winddown.move where proof_id = '"
        + proof
        + "'";
  }

  /** Runs these as the owner of the schema, in one transaction that comes to nothing. */
  private static void owner(String... statements) throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        for (String each : statements) {
          sql.execute(each);
        }
        sql.execute("set constraints all immediate");
      } finally {
        connection.rollback();
      }
    }
  }

  @Test
  void whateverTheAppHandsOverTheSumsAgree() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String[]> balances = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String id = "r" + i;
      UUID customer = closing.customer(id);
      if (random.nextInt(3) == 0) {
        closing.account(customer, AccountType.values()[random.nextInt(3)]);
      }
      for (int day = 0; day < random.nextInt(4); day++) {
        balances.add(
            balance(
                id,
                "POINTS",
                Integer.toString(1 + random.nextInt(5000)),
                DAY.plusDays(40L - 3 + day * 2L).toString()));
      }
      if (random.nextBoolean()) {
        balances.add(balance(id, "MONEY", random.nextInt(3000) + ".01"));
      }
    }
    PlanView frozen = closing.frozen();
    closing.handOver(balances.toArray(String[][]::new));
    PlanView plan = closing.migrating(frozen);

    assertThat(closing.runBatch(plan)).as("seed %d", seed).isEqualTo(ImportOutcome.loaded(40));

    PlanProgress progress = closing.view(plan).progress();
    assertThat(progress.pointsBefore())
        .as("seed %d", seed)
        .isEqualTo(progress.pointsAfter().plus(progress.pointsExpired()));
    assertThat(progress.moneyBefore())
        .as("seed %d", seed)
        .isEqualTo(progress.moneyAfter().plus(progress.moneyRefunded()));
    assertThat(progress.customersLeft()).isZero();
    assertThat(progress.holdingsLeft()).isZero();
    List<ProofView> proofs =
        closing
            .does(facade -> facade.proofs(plan.id(), PageRequest.after(null, 100, null, Map.of())))
            .items();
    assertThat(proofs).hasSize(40);
    for (ProofView proof : proofs) {
      assertThat(closing.points(proof.customerId()).usable())
          .as("seed %d", seed)
          .isEqualTo(proof.pointsAfter());
    }
    assertThat(closing.breaches()).isZero();
  }

  /** The last moment of this day after the announcement. */
  private static LocalDateTime beforeMidnight(int day) {
    return DAY.plusDays(day + 1L).atStartOfDay().minusNanos(1000);
  }

  private PlanView announce(int freeze, int migrate, int close) {
    return closing.does(
        facade ->
            facade.announce(
                new AnnounceClosing(
                    closing.app,
                    closing.into,
                    DAY.plusDays(freeze),
                    DAY.plusDays(migrate),
                    DAY.plusDays(close),
                    "并入")));
  }

  private NoticeView notice(LocalDate from, int days) {
    return closing.does(
        facade -> facade.setNotice(new SetNotice(NoticeStep.FREEZE, from, days, "行内制度")));
  }

  private PlanView close(PlanView plan) {
    return closing.does(
        facade -> facade.close(new CloseApp(plan.id(), facade.view(plan.id()).version(), "已迁移完毕")));
  }

  private static String[] balance(String... cells) {
    return cells;
  }

  private static List<String> codes(ImportOutcome outcome) {
    return outcome.rejects().stream().map(ImportOutcome.Reject::code).toList();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
