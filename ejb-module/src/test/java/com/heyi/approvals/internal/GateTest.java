package com.heyi.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalRuleView;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.approvals.ApprovalView;
import com.heyi.approvals.ApprovalsFacade;
import com.heyi.approvals.ApproveRequest;
import com.heyi.approvals.RejectRequest;
import com.heyi.approvals.SetApprovalRule;
import com.heyi.approvals.WithdrawRequest;
import com.heyi.family.FamilyFacade;
import com.heyi.giftcards.GiftCardsFacade;
import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.OrderFacade;
import com.heyi.mall.PayByCard;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsFacade;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.ApprovalPending;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommandRegistry;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.FourEyes;
import com.heyi.shared.facade.HeldCall;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What waits, for whom and how long, over the real database; each call is a transaction. */
class GateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final FourEyes BY_TARGET = new FourEyes(10_000L, DAY, AddsUpBy.TARGET);
  private static final String ORDERS_WAIT =
      "insert into approvals.rule (action, version, checker_roles, expires_after_hours, active)"
          + " values ('order.place', 0, ',head-office-admin,', 72, true)";
  private static final CommandRegistry COMMANDS =
      new CommandRegistry(
          List.of(
              PointsFacade.class,
              CatalogueFacade.class,
              OrderFacade.class,
              GiftCardsFacade.class,
              ApprovalsFacade.class));
  private final List<AuditEvent> trail = new ArrayList<>();
  private final List<RequestEnded> ended = new ArrayList<>();
  private final Map<String, Set<Role>> rolesNow =
      new HashMap<>(
          Map.of("maker.li", Set.of(Role.OPERATOR), "checker.wu", Set.of(Role.HEAD_OFFICE_ADMIN)));
  private boolean trailFails;
  private Instant now = NOW;

  private record Parts(
      Rules rules, Requests requests, DoneAlone doneAlone, Gate gate, Decisions decisions) {}

  @Test
  void anActionWaitsByItsRuleOnly() {
    assertThat(rule("points.grant")).contains(new FourEyes(10_000L, DAY, AddsUpBy.TARGET));
    assertThat(rule("item.create")).isEmpty();
    assertThat(rule("order.place")).isEmpty();
  }

  @Test
  void changingARuleAlwaysWaitsAndDecidingNever() {
    assertThat(rule("approval-rule.set")).contains(FourEyes.ALWAYS);
    assertThat(rule("approval.approve")).isEmpty();
  }

  @Test
  void aRetryGetsTheSameRequestAndAnotherCallUnderItsKeyDoesNot() {
    Caller maker = maker(UUID.randomUUID().toString());
    UUID id = hold(call(maker, customer()));

    assertThat(earlier(maker, print('a')).orElseThrow().approval()).isEqualTo(id);
    assertRefused(
        () -> in(parts -> parts.gate().earlier(maker, print('b'))), CommonError.KEY_REUSED);
    assertThat(earlier(maker("other"), print('a'))).isEmpty();
    assertThat(earlier(maker(null), print('a'))).isEmpty();
  }

  @Test
  void aRetryOfWhatWasRejectedIsToldSo() {
    Caller maker = maker(UUID.randomUUID().toString());
    UUID id = hold(call(maker, customer()));
    in(parts -> parts.decisions().reject(new RejectRequest(id, 0, "no"), checker()));
    assertRefused(
        () -> in(parts -> parts.gate().earlier(maker, print('a'))), ApprovalError.NOT_APPROVED);
  }

  @Test
  void aSecondRequestForTheSameTargetIsRefusedUntilTheFirstHasEnded() {
    String target = customer();
    UUID first = hold(call(maker(null), target));

    assertThatThrownBy(() -> hold(call(maker(null), target)))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(ApprovalError.TARGET_WAITS);
              assertThat(e.args()).contains(first.toString());
            });

    in(parts -> parts.decisions().reject(new RejectRequest(first, 0, "no"), checker()));
    hold(call(maker(null), target));
  }

  @Test
  void anExpiredRequestMakesWay() {
    String target = customer();
    UUID first = hold(call(maker(null), target));
    now = NOW.plus(Duration.ofHours(72));
    hold(call(maker(null), target));
    assertThat(view(first).status()).isEqualTo(ApprovalStatus.EXPIRED);
    assertExpiryIsInTheTrail(first);
  }

  @Test
  void whoDecidesTooLateEndsTheRequestAndLeavesARow() {
    UUID id = hold(call(maker(null), customer()));
    now = NOW.plus(Duration.ofHours(72));
    assertRefused(
        () -> in(parts -> parts.decisions().reject(new RejectRequest(id, 0, "no"), checker())),
        ApprovalError.EXPIRED);
    assertExpiryIsInTheTrail(id);
  }

  @Test
  void thresholdsForTheMoneyOfFamiliesAreReadyAndOff() {
    CommandRegistry families = new CommandRegistry(List.of(FamilyFacade.class));
    for (String action : List.of("red-packet.give", "task.decide", "allowance.start")) {
      ApprovalRuleView rule =
          TestDatabase.get().inTransaction(em -> new Rules(em, families).view(action));
      assertThat(rule.unit()).isEqualTo(WeightUnit.FEN);
      assertThat(rule.above()).isEqualTo(5_000_000L);
      assertThat(rule.active()).isFalse();
    }
  }

  @Test
  void theSweepEndsWhatNobodyDecidedAndLeavesARow() {
    UUID id = hold(call(maker(null), customer()));
    assertThat(overdue()).doesNotContain(id);
    now = NOW.plus(Duration.ofHours(72));
    assertThat(overdue()).contains(id);

    CallContext.runAs(
        Caller.system("sweep"),
        () ->
            in(
                parts -> {
                  new ExpirySweep(
                          parts.requests(), endings(parts.requests()), parts.doneAlone(), clock())
                      .expire(id);
                  return null;
                }));

    assertThat(view(id).status()).isEqualTo(ApprovalStatus.EXPIRED);
    assertExpiryIsInTheTrail(id);
    assertRefused(
        () -> in(parts -> parts.decisions().reject(new RejectRequest(id, 1, "no"), checker())),
        ApprovalError.DECIDED);
  }

  @Test
  void modulesAreToldHowARequestEnded() {
    String target = customer();
    UUID rejected = hold(call(maker(null), target));
    in(parts -> parts.decisions().reject(new RejectRequest(rejected, 0, "no"), checker()));
    assertThat(ended)
        .containsExactly(
            new RequestEnded(rejected, "points.grant", target, NOW, "REJECTED", false));

    ended.clear();
    UUID withdrawn = hold(call(maker(null), target));
    in(parts -> parts.decisions().withdraw(new WithdrawRequest(withdrawn, 0, null), maker(null)));
    UUID expired = hold(call(maker(null), target));
    now = NOW.plus(Duration.ofHours(72));
    hold(call(maker(null), target));
    assertThat(ended).extracting(RequestEnded::approval).containsExactly(withdrawn, expired);
    assertThat(ended).extracting(RequestEnded::end).containsExactly("WITHDRAWN", "EXPIRED");
  }

  @Test
  void whatWaitsIsKnownByActionAndTarget() {
    String target = customer();
    UUID id = hold(call(maker(null), target));
    assertThat(waitingFor("points.grant")).contains(target);
    assertThat(waitingFor("item.change")).doesNotContain(target);
    in(parts -> parts.decisions().reject(new RejectRequest(id, 0, "no"), checker()));
    assertThat(waitingFor("points.grant")).doesNotContain(target);
  }

  @Test
  void theVersionThatWasSeenIsDecidedAndNoOther() {
    UUID id = hold(call(maker(null), customer()));
    assertRefused(
        () -> in(parts -> parts.decisions().reject(new RejectRequest(id, 7, "no"), checker())),
        CommonError.VERSION_MOVED);
  }

  @Test
  void whoseRoleWasTakenFromHimMakesNothingHappenAnyMore() {
    UUID id = hold(call(maker(null), customer()));
    rolesNow.put("maker.li", Set.of(Role.COMPLAINT_HANDLER));
    assertRefused(
        () -> in(parts -> parts.decisions().approve(new ApproveRequest(id, 0), checker())),
        ApprovalError.MAKER_MAY_NOT);
    assertThat(ended).extracting(RequestEnded::end).containsExactly("REFUSED");
  }

  @Test
  void whoseRoleWasTakenFromHimDecidesNothingThoughHisTokenStillNamesIt() {
    UUID id = hold(call(maker(null), customer()));
    rolesNow.put("checker.wu", Set.of());
    assertRefused(
        () -> in(parts -> parts.decisions().approve(new ApproveRequest(id, 0), checker())),
        ApprovalError.NOT_A_CHECKER);
    assertRefused(
        () -> in(parts -> parts.decisions().reject(new RejectRequest(id, 0, "no"), checker())),
        ApprovalError.NOT_A_CHECKER);
    rolesNow.put("checker.wu", Set.of(Role.HEAD_OFFICE_ADMIN, Role.AUDITOR));
    assertRefused(
        () -> in(parts -> parts.decisions().approve(new ApproveRequest(id, 0), checker())),
        ApprovalError.AUDITOR);
    assertThat(ended).isEmpty();
  }

  @Test
  void theMakerDoesNotRejectEither() {
    UUID id = hold(call(maker(null), customer()));
    Caller same = caller("MAKER.li", Channel.SOAP, null, Role.HEAD_OFFICE_ADMIN);
    assertRefused(
        () -> in(parts -> parts.decisions().reject(new RejectRequest(id, 0, "no"), same)),
        ApprovalError.OWN_REQUEST);
  }

  @Test
  void everybodySeesHisOwnCheckersTheirsAndAuditorsAll() {
    UUID id = hold(call(maker(null), customer()));
    assertThat(view(id, maker(null)).mayDecide()).isFalse();
    assertThat(view(id, checker()).mayDecide()).isTrue();
    Caller auditor = caller("auditor", Channel.PAGE, null, Role.AUDITOR, Role.HEAD_OFFICE_ADMIN);
    assertThat(view(id, auditor).mayDecide()).isFalse();
    Caller handler = caller("handler", Channel.PAGE, null, Role.COMPLAINT_HANDLER);
    assertRefused(() -> in(parts -> parts.requests().get(id, handler)), CommonError.NOT_FOUND);
  }

  @Test
  void whatIsShownIsTheRequestAsItWasMade() {
    String target = customer();
    ApprovalView shown = view(hold(call(maker(null), target)));
    assertThat(shown.target()).isEqualTo(target);
    assertThat(shown.weight()).isEqualTo(20_000);
    assertThat(shown.maker()).isEqualTo("maker.li");
    assertThat(shown.changes()).containsExactly(new Change("customer", "1", "points", "0", "5"));
    assertThat(shown.arguments()).contains(new ApprovalView.Argument("points", "20000"));
    assertThat(shown.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(72)));
  }

  @Test
  void aRequestAndTheRowOfItsCallAreWrittenTogetherOrNotAtAll() {
    Caller maker = maker(UUID.randomUUID().toString());
    String target = customer();
    ApprovalPending pending = in(parts -> parts.gate().hold(call(maker, target)));
    assertThat(trail)
        .containsExactly(
            AuditEvent.pending(maker, "mall", "points.grant", target, "why", pending.approval()));

    trailFails = true;
    String other = customer();
    assertThatThrownBy(() -> hold(call(maker(null), other))).hasMessage("no trail");
    trailFails = false;
    assertThat(waitingFor("points.grant")).contains(target).doesNotContain(other);
  }

  @Test
  void aRuleIsSetOnlyForWhatCanHaveOne() {
    assertRefused(() -> set("no.such", null, Role.OPERATOR), ApprovalError.ACTION_UNKNOWN);
    assertRefused(() -> set("approval.reject", null, Role.OPERATOR), ApprovalError.ACTION_FIXED);
    assertRefused(() -> set("item.change", null, Role.AUDITOR), ApprovalError.ROLE_CANNOT_CHECK);
    assertRefused(() -> set("item.change", null, Role.BRANCH), ApprovalError.ROLE_CANNOT_CHECK);
  }

  @Test
  void whatIsToldOnceCannotWaitButARuleForItCanBeSwitchedOff() {
    assertRefused(
        () -> set("gift-card.hand-over", null, Role.HEAD_OFFICE_ADMIN), ApprovalError.TOLD_ONCE);
    SetApprovalRule off =
        new SetApprovalRule(
            "gift-card.hand-over", 0, null, null, null, List.of(Role.OPERATOR), 24, false, "why");
    assertThatThrownBy(() -> in(parts -> parts.rules().set(off)))
        .as("it got as far as the database")
        .hasStackTraceContaining("without an approved request");
  }

  @Test
  void anOrderPaidByTheCodeOfAGiftCardIsRefusedWhereItWouldWaitAndNothingOfItIsKept() {
    PayByCard card = new PayByCard("ABCD-EFGH-JKMN-PQRS", null);
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em -> {
                          em.createNativeQuery(ORDERS_WAIT).executeUpdate();
                          Parts parts = parts(em);
                          UUID customer = Ids.next();
                          assertRefused(
                              () -> parts.gate().hold(order(customer, card)),
                              ApprovalError.CARRIES_SECRET);
                          assertThat(parts.requests().targets("order.place")).isEmpty();
                          assertThat(trail).isEmpty();

                          parts.gate().hold(order(customer, null));
                          assertThat(parts.requests().targets("order.place"))
                              .containsExactly("customer:" + customer);
                          throw new IllegalStateException("this rule is of this test only");
                        }))
        .hasMessage("this rule is of this test only");
  }

  @Test
  void amountsAddUpOnlyAboveAThreshold() {
    SetApprovalRule command =
        new SetApprovalRule(
            "item.change", 0, null, 24, null, List.of(Role.OPERATOR), 24, true, "why");
    assertRefused(() -> in(parts -> parts.rules().set(command)), ApprovalError.NOTHING_ADDS_UP);
  }

  @Test
  void whatAMakerDoesAloneToOneTargetAddsUpWithinItsHours() {
    Caller maker = maker(null);
    String target = customer();
    assertThat(together(maker, "points.grant", target, 6_000)).isEqualTo(6_000);
    now = NOW.plus(Duration.ofHours(23));
    assertThat(together(maker, "points.grant", target, 4_000)).isEqualTo(10_000);
    assertThat(together(maker, "points.grant", customer(), 1)).isEqualTo(1);
    assertThat(together(maker, "item.adjust-stock", target, 2)).isEqualTo(2);
    Caller same = caller("MAKER.li ", Channel.SOAP, null, Role.OPERATOR);
    assertThat(together(same, "points.grant", target, 1)).isEqualTo(10_001);
    Caller other = caller("other", Channel.REST, null, Role.OPERATOR);
    assertThat(together(other, "points.grant", target, 3)).isEqualTo(3);
    // The first one is a day old now and counts no more.
    now = NOW.plus(Duration.ofHours(24));
    assertThat(together(maker, "points.grant", target, 1)).isEqualTo(4_002);
  }

  @Test
  void whatACallWouldComeToIsToldWithoutItsBeingCounted() {
    Caller maker = newMaker();
    String target = customer();
    together(maker, "points.grant", target, 6_000);

    for (int asked = 0; asked < 2; asked++) {
      assertThat(
              this.<Long>in(
                  parts ->
                      parts
                          .gate()
                          .wouldBeTogether(maker, "points.grant", target, 5_000, BY_TARGET)))
          .isEqualTo(11_000);
    }

    assertThat(together(maker, "points.grant", target, 1)).isEqualTo(6_001);
  }

  @Test
  void whatWasRolledBackDoesNotCount() {
    String target = customer();
    assertThatThrownBy(
            () ->
                in(
                    parts -> {
                      together(parts, maker(null), "points.grant", target, 9_000);
                      throw new IllegalStateException("held");
                    }))
        .hasMessage("held");
    assertThat(together(maker(null), "points.grant", target, 5)).isEqualTo(5);
  }

  @Test
  void whoIssuesGiftCardsToOneCustomerAfterTheOtherWaitsWhenTheyComeToMoreThanOneCardMay() {
    Caller maker = newMaker();
    assertThat(waits(maker, "gift-card.issue", customer(), 30_000)).isFalse();
    assertThat(waits(maker, "gift-card.issue", customer(), 20_000)).as("500 yuan").isFalse();
    assertThat(waits(maker, "gift-card.issue", customer(), 1)).isTrue();
    assertThat(waits(maker, "gift-card.issue", null, 1)).as("nobody named").isTrue();
    Caller other = newMaker();
    assertThat(waits(other, "gift-card.issue", customer(), 30_000)).isFalse();
    now = NOW.plus(DAY);
    assertThat(waits(maker, "gift-card.issue", customer(), 30_000)).as("a day later").isFalse();
  }

  @Test
  void whoGivesRedressInOneCaseAfterTheOtherWaitsWhenItComesToMoreThanOneCaseMay() {
    Caller maker = newMaker();
    Map<String, Long> mostAlone =
        Map.of("complaint.compensate", 100_000L, "complaint.give-points", 10_000L);
    mostAlone.forEach(
        (action, most) -> {
          assertThat(waits(maker, action, "complaint:" + Ids.next(), most / 2)).isFalse();
          assertThat(waits(maker, action, "complaint:" + Ids.next(), most / 2)).isFalse();
          assertThat(waits(maker, action, "complaint:" + Ids.next(), 1)).as(action).isTrue();
          assertThat(waits(newMaker(), action, "complaint:" + Ids.next(), 1)).isFalse();
        });
  }

  @Test
  void whoReplacesOneGiftCardAfterTheOtherWaitsToo() {
    Caller maker = newMaker();
    for (String action : List.of("gift-card.replace", "gift-card.reactivate")) {
      assertThat(waits(maker, action, "gift-card:" + Ids.next(), 30_000)).isFalse();
      assertThat(waits(maker, action, "gift-card:" + Ids.next(), 30_000)).isTrue();
    }
  }

  @Test
  void ofTwoAtOnceToDifferentTargetsTheSecondSeesTheFirstWhereTheMakerCounts() throws Exception {
    Caller maker = newMaker();
    CountDownLatch added = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                in(
                    parts -> {
                      boolean waits = waits(parts, maker, "gift-card.issue", null, 30_000);
                      added.countDown();
                      pause(Duration.ofMillis(300));
                      return waits;
                    }));
    assertThat(added.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(waits(maker, "gift-card.issue", customer(), 30_000)).isTrue();
    assertThat(first.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void amountsBeyondAllBoundsCountAsTheLargestThereIs() {
    String target = customer();
    together(maker(null), "points.grant", target, Long.MAX_VALUE);
    assertThat(together(maker(null), "points.grant", target, Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void ofTwoAtOnceTheSecondSeesTheFirst() throws Exception {
    String target = customer();
    CountDownLatch added = new CountDownLatch(1);
    CompletableFuture<Long> first =
        CompletableFuture.supplyAsync(
            () ->
                in(
                    parts -> {
                      long sum = together(parts, maker(null), "points.grant", target, 6_000);
                      added.countDown();
                      pause(Duration.ofMillis(300));
                      return sum;
                    }));
    assertThat(added.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(together(maker(null), "points.grant", target, 6_000)).isEqualTo(12_000);
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(6_000);
  }

  @Test
  void whatAddsUpIsForgottenWhenNoRuleLooksSoFarBackAndNotBefore() {
    String young = customer();
    String old = customer();
    now = Instant.now().minus(Duration.ofDays(30));
    together(maker(null), "points.grant", young, 7);
    now = Instant.now().minus(Duration.ofDays(32));
    together(maker(null), "points.grant", old, 7);

    in(parts -> parts.doneAlone().forget());

    assertThat(remembered(young)).isEqualTo(1);
    assertThat(remembered(old)).isZero();
  }

  @Test
  void aRuleSetWithoutApprovalDoesNotSurviveItsTransaction() {
    assertThatThrownBy(() -> set("item.change", 5L, Role.OPERATOR))
        .hasStackTraceContaining("without an approved request");
  }

  private void assertExpiryIsInTheTrail(UUID id) {
    assertThat(trail)
        .filteredOn(event -> event.outcome() != AuditEvent.Outcome.PENDING)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo("approval.expire");
              assertThat(event.target()).isEqualTo("approval:" + id);
              assertThat(event.approval()).isEqualTo(id);
            });
  }

  private Endings endings(Requests requests) {
    return new Endings(requests, sink());
  }

  private AuditSink sink() {
    return new AuditSink() {
      @Override
      public void record(AuditEvent event) {
        if (trailFails) {
          throw new IllegalStateException("no trail");
        }
        trail.add(event);
      }

      @Override
      public void recordApart(AuditEvent event) {
        trail.add(event);
      }
    };
  }

  private long together(Caller maker, String action, String target, long weight) {
    return in(parts -> together(parts, maker, action, target, weight));
  }

  private static long together(
      Parts parts, Caller maker, String action, String target, long weight) {
    return parts.gate().together(maker, action, target, weight, BY_TARGET);
  }

  /** Whether what is done now would wait, by the rule that is in force. */
  private boolean waits(Caller maker, String action, String target, long weight) {
    return in(parts -> waits(parts, maker, action, target, weight));
  }

  private static boolean waits(
      Parts parts, Caller maker, String action, String target, long weight) {
    FourEyes rule = parts.gate().ruleFor(action).orElseThrow();
    return rule.holds(parts.gate().together(maker, action, target, weight, rule));
  }

  private static long remembered(String target) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                (Long)
                    em.createNativeQuery(
                            "select count(*) from approvals.done_alone where target = :target",
                            Long.class)
                        .setParameter("target", target)
                        .getSingleResult());
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object set(String action, Long above, Role checker) {
    return in(
        parts ->
            parts
                .rules()
                .set(
                    new SetApprovalRule(
                        action, 0, above, null, null, List.of(checker), 24, true, "why")));
  }

  private Optional<FourEyes> rule(String action) {
    return in(parts -> parts.gate().ruleFor(action));
  }

  private Optional<ApprovalPending> earlier(Caller maker, String fingerprint) {
    return in(parts -> parts.gate().earlier(maker, fingerprint));
  }

  private Set<String> waitingFor(String action) {
    return in(parts -> parts.requests().targets(action));
  }

  private List<UUID> overdue() {
    return in(parts -> parts.requests().overdue(now, 1000));
  }

  private ApprovalView view(UUID id, Caller caller) {
    return in(parts -> parts.requests().get(id, caller).view(caller));
  }

  private UUID hold(HeldCall call) {
    return in(parts -> parts.gate().hold(call)).approval();
  }

  private ApprovalView view(UUID id) {
    return view(id, checker());
  }

  private HeldCall call(Caller maker, String target) {
    UUID customer = UUID.fromString(target.substring(target.indexOf(':') + 1));
    return new HeldCall(
        maker,
        "mall",
        "points.grant",
        List.of(new GrantPoints(customer, Points.of(20_000), "why", null)),
        print('a'),
        target,
        "why",
        20_000L,
        20_000L,
        WeightUnit.POINTS,
        List.of(new Change("customer", "1", "points", "0", "5")),
        now);
  }

  private HeldCall order(UUID customer, PayByCard card) {
    PayCash pay = new PayCash(Money.cny("9.90"), null, card);
    return new HeldCall(
        maker(null),
        "mall",
        "order.place",
        List.of(new PlaceOrder(customer, List.of(new PlaceOrder.Line("TEA", 1)), pay)),
        print('a'),
        "customer:" + customer,
        null,
        null,
        null,
        WeightUnit.NONE,
        List.of(),
        now);
  }

  private static String customer() {
    return "customer:" + Ids.next();
  }

  private static String print(char of) {
    return String.valueOf(of).repeat(64);
  }

  private static Caller maker(String key) {
    return caller("maker.li", Channel.REST, key, Role.OPERATOR);
  }

  /** One who has done nothing yet. */
  private static Caller newMaker() {
    return caller("maker-" + Ids.next(), Channel.REST, null, Role.OPERATOR);
  }

  private static Caller checker() {
    return caller("checker.wu", Channel.PAGE, null, Role.HEAD_OFFICE_ADMIN);
  }

  private static Caller caller(String user, Channel channel, String key, Role... roles) {
    return new Caller(
        user, null, Set.of(roles), null, "10.0.0.1", "r-" + user, channel, key, Locale.ENGLISH);
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode error) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
  }

  private <T> T in(Function<Parts, T> work) {
    return TestDatabase.get().inTransaction(em -> work.apply(parts(em)));
  }

  private Parts parts(EntityManager em) {
    Rules rules = new Rules(em, COMMANDS);
    Requests requests = new Requests(em, clock(), ended::add);
    Endings endings = endings(requests);
    DoneAlone doneAlone = new DoneAlone(em);
    return new Parts(
        rules,
        requests,
        doneAlone,
        new Gate(rules, requests, endings, doneAlone, COMMANDS, sink(), clock()),
        new Decisions(requests, endings, COMMANDS, rolesNow::get, clock()));
  }
}
