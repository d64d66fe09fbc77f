package com.heyi.relationship;

import static com.heyi.relationship.Clientele.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The batch places customers by what they hold, do and earn, and everybody can see why. */
class PlacingCustomersTest {
  private final Clientele bank = new Clientele();

  @Test
  void whoHoldsExactlyTheThresholdAtTheEndOfTheDayBeforeHasTheTier() {
    UUID at = bank.customer();
    UUID below = bank.customer();
    bank.todayIs(DAY.minusDays(1));
    bank.pay(bank.account(at), MovementKind.CASH_IN, "30000.00");
    bank.pay(bank.account(at), MovementKind.CASH_IN, "20000.00");
    bank.pay(bank.account(below), MovementKind.CASH_IN, "49999.99");
    bank.todayIs(DAY);
    // What is booked on the day itself counts from the next day on.
    bank.pay(bank.account(below), MovementKind.CASH_IN, "0.01");

    assertThat(bank.place(at, below)).isEqualTo(ImportOutcome.loaded(2));

    assertThat(bank.tier(at)).isEqualTo("GOLD");
    assertThat(bank.tier(below)).isEqualTo("ORDINARY");
    StandingView standing = bank.standing(below);
    assertThat(standing.next()).isEqualTo("GOLD");
    assertThat(standing.nextPercent()).isEqualTo(99);
    assertThat(standing.missing().assets()).isEqualTo(Money.cny("0.01"));
    bank.todayIs(DAY.plusDays(1));
    bank.place(below);
    assertThat(bank.tier(below)).isEqualTo("GOLD");
  }

  @Test
  void lockedPointsDoNotCountUntilTheyAreFree() {
    UUID customer = bank.customer();
    bank.todayIs(DAY.minusDays(1));
    bank.grant(customer, 4999, null);
    bank.grant(customer, 5000, DAY.plusMonths(6));
    bank.todayIs(DAY);

    bank.place(customer);

    assertThat(bank.standing(customer).figures().points()).isEqualTo(Points.of(4999));
    assertThat(bank.tier(customer)).isEqualTo("ORDINARY");
  }

  @Test
  void aMovementThatWasTakenBackIsNoActivity() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.todayIs(DAY.minusDays(1));
    MovementView wrong = bank.pay(account, MovementKind.CASH_IN, "100.00");
    bank.pay(account, MovementKind.CASH_IN, "7.00");
    bank.takeBack(account, wrong);
    bank.todayIs(DAY);

    bank.place(customer);

    assertThat(bank.standing(customer).figures())
        .isEqualTo(new TierFigures(Money.cny("7.00"), 1, Points.ZERO));
  }

  @Test
  void activityIsCountedFromTheFirstDayOfTheWindowToTheDayBefore() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    LocalDate leapDay = LocalDate.of(2028, 2, 29);
    for (LocalDate day :
        List.of(
            LocalDate.of(2027, 2, 27), LocalDate.of(2027, 2, 28), leapDay.minusDays(1), leapDay)) {
      bank.todayIs(day);
      bank.pay(account, MovementKind.CASH_IN, "1.00");
    }

    bank.place(customer);

    assertThat(bank.standing(customer).figures().activity()).isEqualTo(2);
    assertThat(bank.standing(customer).figures().assets()).isEqualTo(Money.cny("3.00"));
  }

  @Test
  void aBatchRunTwiceOnADayChangesNothing() {
    UUID customer = golden();
    bank.place(customer);
    int told = changes(customer).size();

    ImportOutcome again = bank.place(customer);

    assertThat(again).isEqualTo(ImportOutcome.unchanged(1));
    assertThat(changes(customer)).hasSize(told);
    assertThat(bank.trail).isEmpty();
  }

  @Test
  void whatACrashUndidIsPlacedOnceByTheNextRun() {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(golden());
    }
    UUID[] first = all.subList(0, 2).toArray(UUID[]::new);
    UUID[] second = all.subList(2, 5).toArray(UUID[]::new);
    bank.place(first);
    assertThatThrownBy(
            () ->
                bank.as(
                    tools -> {
                      tools.evaluation().loadAll(Clientele.slice(DAY, second));
                      throw new IllegalStateException("the server is killed");
                    }))
        .hasMessageContaining("killed");
    assertThat(bank.tier(second[0])).isEqualTo("-");

    ImportOutcome rest = bank.place(all.toArray(UUID[]::new));

    assertThat(rest).isEqualTo(new ImportOutcome(4, 2, List.of()));
    for (UUID customer : all) {
      assertThat(changes(customer))
          .singleElement()
          .extracting(TierChangeView::kind)
          .isEqualTo(TierChangeKind.FIRST);
    }
  }

  @Test
  void whoFallsIsKeptWarnedAndFallsAtMidnightBeforeAnyBatchRuns() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    bank.todayIs(DAY.minusDays(1));
    bank.pay(account, MovementKind.CASH_IN, "50000.00");
    bank.todayIs(DAY);
    bank.place(customer);
    bank.pay(account, MovementKind.CASH_OUT, "0.01");
    bank.todayIs(DAY.plusDays(1));
    bank.place(customer);

    StandingView standing = bank.standing(customer);

    LocalDate last = DAY.plusDays(30);
    assertThat(standing.tier()).isEqualTo("GOLD");
    assertThat(standing.graceUntil()).isEqualTo(last);
    assertThat(bank.trail)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.action()).isEqualTo("tier.place");
              assertThat(row.target()).isEqualTo("customer:" + customer);
              assertThat(row.outcome()).isEqualTo(AuditEvent.Outcome.DONE);
            });
    bank.nowIs(last, LocalTime.of(23, 59, 59));
    assertThat(bank.tier(customer)).isEqualTo("GOLD");
    bank.nowIs(last.plusDays(1), LocalTime.MIDNIGHT);
    assertThat(bank.tier(customer)).isEqualTo("ORDINARY");
    assertThat(bank.standing(customer).since()).isEqualTo(last.plusDays(1));
    bank.place(customer);
    assertThat(changes(customer))
        .extracting(TierChangeView::kind)
        .containsExactly(TierChangeKind.FALL, TierChangeKind.GRACE, TierChangeKind.FIRST);
    assertThat(changes(customer).get(0).figures().assets()).isEqualTo(Money.cny("49999.99"));
  }

  @Test
  void aTierByHandHasAReasonAndAnEndAndIsAnsweredByFiguresAfterIt() {
    UUID customer = bank.customer();
    bank.place(customer);
    SetTierByHand command =
        new SetTierByHand(
            customer, bank.standing(customer).version(), "PRIVATE", DAY.plusDays(9), "行长推荐");

    StandingView set = bank.as(tools -> tools.tiers().setByHand(command));

    assertThat(set.tier()).isEqualTo("PRIVATE");
    assertThat(changes(customer).get(0).reason()).isEqualTo("行长推荐");
    assertRefused("version.moved", () -> bank.as(tools -> tools.tiers().setByHand(command)));
    bank.todayIs(DAY.plusDays(9));
    bank.place(customer);
    assertThat(bank.tier(customer)).isEqualTo("PRIVATE");
    bank.nowIs(DAY.plusDays(10), LocalTime.MIDNIGHT);
    assertThat(bank.tier(customer)).isEqualTo("ORDINARY");
  }

  @Test
  void aTierByHandForEverOrOfAnUnknownNameIsRefused() {
    UUID customer = bank.customer();
    assertRefused("relationship.not-placed", () -> byHand(customer, "GOLD", DAY));
    bank.place(customer);
    assertRefused("relationship.until", () -> byHand(customer, "GOLD", DAY.minusDays(1)));
    assertRefused(
        "relationship.until", () -> byHand(customer, "GOLD", DAY.plusYears(1).plusDays(1)));
    assertRefused("relationship.tier-unknown", () -> byHand(customer, "SILVER", DAY));
  }

  @Test
  void aDryRunTellsWhoWouldRiseAndFallAndChangesNothing() {
    UUID customer = golden("77777.77");
    bank.place(customer);
    DryRun before = bank.as(tools -> tools.tiers().tryRules(rules("77777.77")));

    DryRun harder = bank.as(tools -> tools.tiers().tryRules(rules("77777.78")));

    assertThat(harder.customers()).isEqualTo(before.customers());
    assertThat(harder.falls()).isEqualTo(before.falls() + 1);
    assertThat(moved(harder, "GOLD", "ORDINARY") - moved(before, "GOLD", "ORDINARY")).isEqualTo(1);
    assertThat(bank.tier(customer)).isEqualTo("GOLD");
  }

  @Test
  void rulesAreSetForTheFutureAndOnceForADay() {
    bank.todayIs(LocalDate.of(2100, 1, 1));
    assertRefused(
        "relationship.rules-past",
        () -> bank.as(tools -> tools.tiers().setRules(rulesFrom(bank.today(), "1.00"))));
    LocalDate day = bank.today().plusDays(1);
    TierRulesView set = bank.as(tools -> tools.tiers().setRules(rulesFrom(day, "1.00")));
    assertThat(set.inForce()).isFalse();
    assertThat(set.tiers()).extracting(TierRule::code).containsExactly("ORDINARY", "GOLD");
    assertRefused(
        "relationship.rules-duplicate",
        () -> bank.as(tools -> tools.tiers().setRules(rulesFrom(day, "1.00"))));
    List<TierRulesView> all = bank.as(tools -> tools.tiers().rules());
    assertThat(all)
        .filteredOn(TierRulesView::inForce)
        .singleElement()
        .extracting(TierRulesView::validFrom)
        .isEqualTo(LocalDate.of(2020, 1, 1));
  }

  @Test
  void aBatchIsQueuedForWhomItHasNotPlacedAndOneAtATime() {
    UUID placed = bank.customer();
    UUID due = bank.customer();
    bank.place(placed);

    EvaluationView run = bank.as(tools -> tools.evaluations().start(DAY));

    List<String> lines = bank.queued.get(0);
    assertThat(lines).contains(DAY + "," + due).doesNotContain(DAY + "," + placed);
    assertThat(run.customers()).isEqualTo(lines.size() - 1);
    bank.batchIs(ImportStatus.RUNNING);
    assertRefused("relationship.running", () -> bank.as(tools -> tools.evaluations().start(DAY)));
    assertRefused(
        "relationship.not-today",
        () -> bank.as(tools -> tools.evaluations().start(DAY.minusDays(1))));
  }

  @Test
  void whoIsRegisteredOnADayOfMergesDoesNotWaitForTheNext() {
    LocalDate day = LocalDate.of(2035, 3, 1);
    bank.todayIs(day);
    UUID record = bank.customer();
    UUID customer = bank.customer();
    assertThatThrownBy(
            () ->
                bank.as(
                    tools -> {
                      everybodyIsPlaced(tools, day);
                      assertThat(tools.evaluations().startIfDue()).isFalse();
                      Clientele.merge(tools, record, customer);
                      assertThat(tools.evaluations().startIfDue()).isFalse();

                      UUID fresh = bank.customer();

                      assertThat(tools.evaluations().startIfDue()).isTrue();
                      assertThat(bank.queued.get(0)).hasSize(2).contains(day + "," + fresh);
                      throw new IllegalStateException("leave the others as they were");
                    }))
        .hasMessage("leave the others as they were");
  }

  @Test
  void recordsThatWereMergedBeforeItWasKeptLeaveTheTiersAtTheNextBatch() {
    LocalDate day = LocalDate.of(2036, 3, 1);
    bank.todayIs(day.plusDays(2));
    UUID record = bank.customer();
    UUID customer = bank.customer();
    assertThatThrownBy(
            () ->
                bank.as(
                    tools -> {
                      everybodyIsPlaced(tools, day);
                      Clientele.merge(tools, record, customer);
                      tools.em().flush();
                      tools
                          .em()
                          .createNativeQuery(
                              "update relationship.standing set merged = false"
                                  + " where customer_id = :id")
                          .setParameter("id", record)
                          .executeUpdate();
                      tools.em().clear();
                      everybodyIsPlaced(tools, day.plusDays(1));

                      assertThat(tools.evaluations().startIfDue()).isTrue();

                      assertThat(liesUnderAnother(tools, record)).isTrue();
                      assertThat(liesUnderAnother(tools, customer)).isFalse();
                      throw new IllegalStateException("leave the others as they were");
                    }))
        .hasMessage("leave the others as they were");
  }

  private static boolean liesUnderAnother(Clientele.Tools tools, UUID customer) {
    return (boolean)
        tools
            .em()
            .createNativeQuery("select merged from relationship.standing where customer_id = :id")
            .setParameter("id", customer)
            .getSingleResult();
  }

  private static void everybodyIsPlaced(Clientele.Tools tools, LocalDate day) {
    tools
        .em()
        .createNativeQuery(
            "insert into relationship.standing (customer_id, version, tier, since, earned, assets,"
                + " activity, points, next_percent, rules_from, evaluated_for)"
                + " select id, 0, 'ORDINARY', :day, 'ORDINARY', 0, 0, 0, 0, '2020-01-01', :day"
                + " from accounts.customer where merged_into is null"
                + " and identity_status <> 'ERASED' on conflict (customer_id)"
                + " do update set evaluated_for = excluded.evaluated_for")
        .setParameter("day", day)
        .executeUpdate();
  }

  @Test
  void aLineThatCannotBeReadIsRejectedAndTheRestIsPlaced() {
    UUID customer = bank.customer();

    ImportOutcome outcome = bank.placeFor(DAY.plusDays(1), customer);

    assertThat(outcome.rejects())
        .singleElement()
        .satisfies(reject -> assertThat(reject.code()).isEqualTo("tier-evaluation.line"));
    assertThat(bank.tier(customer)).isEqualTo("-");
  }

  @Test
  void whoIsNearTheNextTierStandsOnTheListOfThoseAboutToRise() {
    UUID near = golden("40000.00");
    UUID far = golden("39999.99");
    bank.place(near, far);

    assertThat(rising(near)).singleElement().extracting(StandingView::nextPercent).isEqualTo(80);
    assertThat(rising(far)).isEmpty();
  }

  @Test
  void twoRecordsOfOneCustomerStandInOneTierUntilTheyAreParted() {
    UUID record = bank.customer();
    UUID customer = bank.customer();
    long before = placed();
    bank.place(record, customer);
    assertThat(placed()).isEqualTo(before + 2);

    bank.merge(record, customer);
    assertThat(placed()).isEqualTo(before + 1);
    assertThat(listed(bank.number(record)))
        .extracting(StandingView::customerId)
        .doesNotContain(record);

    bank.part(record);
    assertThat(placed()).isEqualTo(before + 2);
    assertThat(listed(bank.number(record)))
        .extracting(StandingView::customerId)
        .containsExactly(record);
  }

  private long placed() {
    return bank.as(tools -> tools.tiers().counts()).stream().mapToLong(TierCount::customers).sum();
  }

  private List<StandingView> listed(String number) {
    Map<String, String> filters = Map.of("customer", number);
    return bank.as(
        tools -> tools.tiers().standings(PageRequest.after(null, 50, null, filters)).items());
  }

  private List<StandingView> rising(UUID customer) {
    Map<String, String> filters = Map.of("rising", "yes", "customer", bank.number(customer));
    return bank.as(
        tools -> tools.tiers().standings(PageRequest.after(null, 50, null, filters)).items());
  }

  private UUID golden() {
    return golden("50000.00");
  }

  private UUID golden(String assets) {
    UUID customer = bank.customer();
    bank.todayIs(DAY.minusDays(1));
    bank.pay(bank.account(customer), MovementKind.CASH_IN, assets);
    bank.todayIs(DAY);
    return customer;
  }

  private void byHand(UUID customer, String tier, LocalDate until) {
    long version = bank.tier(customer).equals("-") ? 0 : bank.standing(customer).version();
    bank.as(
        tools -> tools.tiers().setByHand(new SetTierByHand(customer, version, tier, until, "试用")));
  }

  private List<TierChangeView> changes(UUID customer) {
    return bank.as(
        tools ->
            tools
                .tiers()
                .changes(
                    PageRequest.after(null, 50, null, Map.of("customer", bank.number(customer))))
                .items());
  }

  private static long moved(DryRun run, String from, String to) {
    return run.moves().stream()
        .filter(move -> from.equals(move.from()) && to.equals(move.to()))
        .mapToLong(DryRun.Move::customers)
        .sum();
  }

  private static SetTierRules rules(String goldAssets) {
    return rulesFrom(DAY.plusDays(1), goldAssets);
  }

  private static SetTierRules rulesFrom(LocalDate day, String goldAssets) {
    return new SetTierRules(
        day,
        30,
        12,
        null,
        80,
        List.of(
            new TierRule(
                "ORDINARY", 0, "普通客户", "一般客戶", "Ordinary", TierDemand.ANY, null, null, null),
            new TierRule(
                "GOLD",
                1,
                "金卡客户",
                "金卡客戶",
                "Gold",
                TierDemand.ANY,
                Money.cny(goldAssets),
                null,
                null)),
        "零售业务部");
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
