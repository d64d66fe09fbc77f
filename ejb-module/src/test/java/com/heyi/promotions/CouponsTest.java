package com.heyi.promotions;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.imports.ImportOutcome;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.internal.KnownCustomers;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Coupons from their issue to the end of their order, and what campaigns pay for. */
class CouponsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private final PromotionsFixture promotions = new PromotionsFixture(DAY);
  private final ItemView kettle = promotions.item(100, 1000);
  private final ItemView cup = promotions.item(20, 1000);
  private final UUID buyer = promotions.customer(10_000);

  @Test
  void aCouponIsSetAsideAtTheCheckoutAndTakenWithTheOrder() {
    CouponView coupon = promotions.issue(promotions.terms().define(), buyer);
    promotions.put(buyer, kettle, 2);

    CheckoutView open = promotions.checkOut(buyer, coupon);
    assertThat(open.total()).isEqualTo(Points.of(170));
    assertThat(promotions.see(coupon).status()).isEqualTo(CouponStatus.RESERVED);

    OrderView order = promotions.confirm(open);
    assertThat(order.total()).isEqualTo(Points.of(170));
    CouponView taken = promotions.see(coupon);
    assertThat(taken.status()).isEqualTo(CouponStatus.TAKEN);
    assertThat(taken.orderId()).isEqualTo(order.id());
    assertThat(taken.moves())
        .extracting(CouponView.Move::step, CouponView.Move::by)
        .containsExactly(
            tuple(CouponStep.ISSUED, "tester"),
            tuple(CouponStep.RESERVED, "tester"),
            tuple(CouponStep.TAKEN, "tester"));
  }

  @Test
  void aCheckoutThatIsLetGoOrTimesOutLetsTheCouponGo() {
    CouponView coupon = promotions.issue(promotions.terms().define(), buyer);
    promotions.put(buyer, kettle, 1);
    promotions.release(promotions.checkOut(buyer, coupon));
    assertThat(promotions.see(coupon).status()).isEqualTo(CouponStatus.AVAILABLE);

    CheckoutView open = promotions.checkOut(buyer, coupon);
    promotions.nowIs(DAY.atTime(12, 16).atZone(PromotionsFixture.ZONE).toInstant());
    assertThat(promotions.<Integer>as(tools -> tools.shop().timeOut(open.id()))).isEqualTo(1);
    assertThat(promotions.see(coupon).moves())
        .extracting(CouponView.Move::step)
        .containsExactly(
            CouponStep.ISSUED,
            CouponStep.RESERVED,
            CouponStep.RELEASED,
            CouponStep.RESERVED,
            CouponStep.RELEASED);
  }

  @Test
  void theNextCheckoutTakesTheCouponOverFromOneWhoseTimeIsOver() {
    CouponView coupon = promotions.issue(promotions.terms().define(), buyer);
    promotions.put(buyer, kettle, 1);
    promotions.checkOut(buyer, coupon);
    promotions.nowIs(DAY.atTime(12, 16).atZone(PromotionsFixture.ZONE).toInstant());
    assertThat(promotions.checkOut(buyer, coupon).total()).isEqualTo(Points.of(70));
  }

  @Test
  void anOrderCancelledAsAWholeGivesTheCouponBackOnceAndCancelledByLineDoesNot() {
    CouponView coupon = promotions.issue(promotions.terms().define(), buyer);
    OrderView order = promotions.buy(buyer, kettle, 2, coupon);

    promotions.cancel(order, new CancelOrder.Line(order.lines().get(0).id(), 1L));
    assertThat(promotions.see(coupon).status()).isEqualTo(CouponStatus.TAKEN);
    promotions.cancel(order);
    CouponView back = promotions.see(coupon);
    assertThat(back.status()).isEqualTo(CouponStatus.AVAILABLE);
    assertThat(back.moves())
        .extracting(CouponView.Move::step)
        .endsWith(CouponStep.TAKEN, CouponStep.GIVEN_BACK);
    assertThat(promotions.usable(buyer)).isEqualTo(10_000);

    promotions.<Void>as(
        tools -> {
          tools.checkout().ended(order.id());
          return null;
        });
    assertThat(promotions.see(coupon).moves()).hasSameSizeAs(back.moves());
    assertThat(promotions.buy(buyer, kettle, 1, coupon).total())
        .as("it is good again")
        .isEqualTo(Points.of(70));
  }

  @Test
  void goodsThatAllCameBackGiveTheCouponBack() {
    CouponView coupon = promotions.issue(promotions.terms().define(), buyer);
    OrderView order = promotions.buy(buyer, kettle, 1, coupon);
    promotions.bringBack(order);
    assertThat(promotions.see(coupon).status()).isEqualTo(CouponStatus.AVAILABLE);
    assertThat(promotions.usable(buyer)).isEqualTo(10_000);
  }

  @Test
  void aCouponWhoseDaysAreOverLivesSomeDaysMoreOrIsForfeitedByItsTerms() {
    CouponView kind = promotions.issue(promotions.terms().on(DAY, DAY.plusDays(1)).define(), buyer);
    CouponView hard =
        promotions.issue(promotions.terms().on(DAY, DAY.plusDays(1)).forfeited().define(), buyer);
    OrderView order = promotions.buy(buyer, kettle, 2, kind, hard);
    promotions.todayIs(DAY.plusDays(2));
    promotions.cancel(order);

    CouponView restored = promotions.see(kind);
    assertThat(restored.status()).isEqualTo(CouponStatus.AVAILABLE);
    assertThat(restored.validUntil()).isEqualTo(DAY.plusDays(9));
    assertThat(restored.moves())
        .last()
        .extracting(CouponView.Move::step)
        .isEqualTo(CouponStep.RESTORED);
    CouponView gone = promotions.see(hard);
    assertThat(gone.status()).isEqualTo(CouponStatus.FORFEITED);
    assertThat(gone.moves())
        .last()
        .extracting(CouponView.Move::step)
        .isEqualTo(CouponStep.FORFEITED);
  }

  @Test
  void aCouponOfTheDayOfIssueIsGoodUntilTheBanksMidnight() {
    TemplateView template = promotions.terms().onTheDayOfIssue().define();
    promotions.nowIs(
        DAY.atTime(LocalTime.MAX).atZone(PromotionsFixture.ZONE).toInstant().minusSeconds(60));
    CouponView coupon = promotions.issue(template, buyer);
    promotions.put(buyer, kettle, 1);
    promotions.release(promotions.checkOut(buyer, coupon));
    promotions.nowIs(DAY.plusDays(1).atStartOfDay(PromotionsFixture.ZONE).toInstant());
    notApplied(PriceRule.ON_ITS_DAYS, () -> promotions.checkOut(buyer, coupon));
    assertThat(promotions.see(coupon).expired()).isTrue();
  }

  @Test
  void daysAfterTheIssueReachOverTheLeapDayAndTheLastOneCounts() {
    TemplateView template = promotions.terms().daysAfterIssue(30).define();
    promotions.todayIs(LocalDate.of(2028, 2, 10));
    CouponView coupon = promotions.issue(template, buyer);
    assertThat(coupon.validUntil()).isEqualTo(LocalDate.of(2028, 3, 11));
    promotions.todayIs(coupon.validUntil());
    assertThat(promotions.buy(buyer, kettle, 1, coupon).total()).isEqualTo(Points.of(70));
  }

  @Test
  void aDatedCouponWaitsForItsFirstDayAndIsNotIssuedAfterItsLast() {
    TemplateView template = promotions.terms().on(DAY.plusDays(5), DAY.plusDays(6)).define();
    CouponView coupon = promotions.issue(template, buyer);
    promotions.put(buyer, kettle, 1);
    notApplied(PriceRule.ON_ITS_DAYS, () -> promotions.checkOut(buyer, coupon));
    promotions.todayIs(DAY.plusDays(5));
    assertThat(promotions.checkOut(buyer, coupon).total()).isEqualTo(Points.of(70));
    promotions.todayIs(DAY.plusDays(7));
    refused(PromotionsError.COUPON_ALWAYS_EXPIRED, () -> promotions.issue(template, buyer));
  }

  @Test
  void aCouponOfABranchIsGoodWhereItIsRedeemedAndElseForCustomersOfTheBranch() {
    UUID other = promotions.customer(1000);
    CouponView theirs = promotions.issue(promotions.terms().branch("B0202").define(), other);
    CouponView homely = promotions.issue(promotions.terms().branch("B0101").define(), other);
    promotions.put(other, kettle, 1);

    notApplied(PriceRule.IN_ITS_BRANCH, () -> promotions.checkOutAt("B0202", other, homely));
    notApplied(PriceRule.IN_ITS_BRANCH, () -> promotions.checkOut(other, theirs));
    assertThat(promotions.explain(other, Map.of(kettle, 1L), theirs).coupons())
        .as("as the question is told from head office")
        .noneMatch(PriceExplained.Coupon::applied);
    assertThat(promotions.explainAt("B0202", other, Map.of(kettle, 1L), theirs).coupons())
        .as("and in the branch")
        .allMatch(PriceExplained.Coupon::applied);
    CheckoutView there = promotions.checkOutAt("B0202", other, theirs);
    assertThat(there.total()).isEqualTo(Points.of(70));
    promotions.confirm(there);
    promotions.put(other, kettle, 1);
    assertThat(promotions.checkOut(other, homely).total())
        .as("head office has no branch: his own counts")
        .isEqualTo(Points.of(70));
  }

  @Test
  void capsCountWhatAPersonGotUnderAnyOfHisRecords() {
    UUID customer = promotions.customer();
    UUID merged = promotions.customer();
    TemplateView twice = promotions.terms().perCustomer(2).define();
    CampaignView campaign = promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 9);
    promotions.issue(twice, customer);
    promotions.issue(twice, merged);
    promotions.issue(campaign, merged);

    KnownCustomers.merge(merged, customer);
    refused(PromotionsError.COUPON_CUSTOMER_CAP, () -> promotions.issue(twice, customer));
    refused(PromotionsError.COUPON_CUSTOMER_CAP, () -> promotions.issue(twice, merged));
    refused(PromotionsError.CAMPAIGN_HAS_IT, () -> promotions.issue(campaign, customer));
    assertThat(promotions.issueToAll(campaign, List.of(customer)).unchanged()).isEqualTo(1);
  }

  @Test
  void aBatchOverTwoRecordsOfOnePersonGivesHimOneCoupon() {
    UUID customer = promotions.customer();
    UUID merged = promotions.customer();
    CampaignView campaign = promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 9);
    KnownCustomers.merge(merged, customer);
    ImportOutcome outcome = promotions.issueToAll(campaign, List.of(merged, customer));
    assertThat(outcome.loaded()).isEqualTo(1);
    assertThat(outcome.unchanged()).isEqualTo(1);
    assertThat(promotions.see(campaign).spent()).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitIsRefusedAndTheCheckoutDoesNotHappen() {
    UUID other = promotions.customer(1000);
    CouponView his = promotions.issue(promotions.terms().define(), buyer);
    CouponView elsewhere = promotions.issue(promotions.terms().branch("B0202").define(), other);
    CouponView forCups = promotions.issue(promotions.terms().items(cup).define(), other);
    CouponView dear = promotions.issue(promotions.terms().minimum(101).define(), other);
    promotions.put(other, kettle, 1);

    notApplied(PriceRule.HIS_OWN, () -> promotions.checkOut(other, his));
    notApplied(PriceRule.IN_ITS_BRANCH, () -> promotions.checkOut(other, elsewhere));
    notApplied(PriceRule.ON_ITS_ITEMS, () -> promotions.checkOut(other, forCups));
    notApplied(PriceRule.MINIMUM_SPEND, () -> promotions.checkOut(other, dear));
    refused(
        PromotionsError.COUPON_UNKNOWN,
        () ->
            promotions.as(
                tools -> tools.shop().begin(tools.customers().require(other), "NO-SUCH-CODE")));
    assertThat(promotions.usable(other)).isEqualTo(1000);
    assertThat(promotions.see(dear).status()).isEqualTo(CouponStatus.AVAILABLE);
  }

  @Test
  void theLimitReachedExactlyIsEnoughAndOnlyWhatItIsGoodForCounts() {
    CouponView coupon =
        promotions.issue(promotions.terms().items(cup).minimum(100).points(500).define(), buyer);
    promotions.put(buyer, kettle, 9);
    promotions.put(buyer, cup, 4);
    notApplied(PriceRule.MINIMUM_SPEND, () -> promotions.checkOut(buyer, coupon));
    promotions.put(buyer, cup, 5);
    assertThat(promotions.checkOut(buyer, coupon).total())
        .as("no more off than the cups cost")
        .isEqualTo(Points.of(900));
  }

  @Test
  void aCouponForACategoryIsGoodForWhatStandsInItAndInThoseBelowIt() {
    String kitchen = promotions.category(null);
    String pots = promotions.category(kitchen);
    String garden = promotions.category(null);
    ItemView spoon = promotions.itemIn(kitchen, 100);
    ItemView pot = promotions.itemIn(pots, 100);
    ItemView spade = promotions.itemIn(garden, 100);
    TemplateView kind = promotions.terms().categories(kitchen).percent(50, null).define();
    assertThat(kind.limited()).isTrue();
    assertThat(kind.categories()).containsExactly(kitchen);
    CouponView coupon = promotions.issue(kind, buyer);

    promotions.put(buyer, spade, 1);
    notApplied(PriceRule.ON_ITS_ITEMS, () -> promotions.checkOut(buyer, coupon));
    promotions.put(buyer, pot, 1);
    promotions.put(buyer, spoon, 1);
    PriceExplained told = promotions.explain(buyer, Map.of(spade, 1L, pot, 1L, spoon, 1L), coupon);
    assertThat(told.total()).isEqualTo(Points.of(200));
    assertThat(told.lines())
        .extracting(PriceExplained.Line::sku, PriceExplained.Line::off)
        .containsExactlyInAnyOrder(
            tuple(spade.sku(), Points.ZERO),
            tuple(pot.sku(), Points.of(50)),
            tuple(spoon.sku(), Points.of(50)));
    assertThat(promotions.checkOut(buyer, coupon).total()).isEqualTo(told.total());
  }

  @Test
  void aCouponMayNameItemsBesideCategoriesButNoCategoryThatIsNotThere() {
    String garden = promotions.category(null);
    ItemView spade = promotions.itemIn(garden, 100);
    CouponView coupon =
        promotions.issue(
            promotions.terms().items(cup).categories(garden).percent(50, null).define(), buyer);
    promotions.put(buyer, kettle, 1);
    promotions.put(buyer, cup, 1);
    promotions.put(buyer, spade, 1);
    assertThat(promotions.checkOut(buyer, coupon).total()).isEqualTo(Points.of(100 + 10 + 50));
    assertThatThrownBy(() -> promotions.terms().categories("NO-SUCH").define())
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(MallError.CATEGORY_UNKNOWN));
  }

  @Test
  void couponsAreAppliedByPrecedenceEachOffWhatIsLeft() {
    CouponView tenth =
        promotions.issue(promotions.terms().percent(10, null).precedence(1).define(), buyer);
    CouponView thirty = promotions.issue(promotions.terms().precedence(2).define(), buyer);
    promotions.put(buyer, kettle, 1);
    assertThat(promotions.checkOut(buyer, thirty, tenth).total()).isEqualTo(Points.of(60));

    UUID other = promotions.customer(1000);
    CouponView after =
        promotions.issue(promotions.terms().percent(10, null).precedence(3).define(), other);
    CouponView before = promotions.issue(promotions.terms().precedence(2).define(), other);
    promotions.put(other, kettle, 1);
    assertThat(promotions.checkOut(other, after, before).total()).isEqualTo(Points.of(63));
  }

  @Test
  void aCouponTakesOffWhatABundleHasLeftAndItsBudgetPaysNoMore() {
    ItemView pot = promotions.item(50, 100);
    ItemView lid = promotions.item(10, 100);
    promotions.bundle(40, Map.of(pot, 1L, lid, 1L));
    CampaignView campaign =
        promotions.campaign(promotions.terms().points(30).define(), BudgetUnit.POINTS, 100);
    CouponView coupon = promotions.issue(campaign, buyer);
    promotions.put(buyer, pot, 1);
    promotions.put(buyer, lid, 1);

    CheckoutView open = promotions.checkOut(buyer, coupon);

    assertThat(open.total()).as("60 less 40 less what is left").isEqualTo(Points.ZERO);
    assertThat(promotions.see(coupon).moves())
        .last()
        .extracting(CouponView.Move::pointsOff)
        .isEqualTo(Points.of(20));
    assertThat(promotions.see(campaign).spent()).isEqualTo(20);
  }

  @Test
  void exclusiveCouponsAndThoseOfOneGroupGoAlone() {
    CouponView plain = promotions.issue(promotions.terms().precedence(1).define(), buyer);
    CouponView alone =
        promotions.issue(promotions.terms().exclusive().precedence(2).define(), buyer);
    CouponView one =
        promotions.issue(promotions.terms().group("FULL").precedence(3).define(), buyer);
    CouponView two =
        promotions.issue(promotions.terms().group("FULL").precedence(4).define(), buyer);
    promotions.put(buyer, kettle, 3);
    notApplied(PriceRule.COMBINES, () -> promotions.checkOut(buyer, plain, alone));
    notApplied(PriceRule.COMBINES, () -> promotions.checkOut(buyer, one, two));
    assertThat(promotions.checkOut(buyer, plain, two).total()).isEqualTo(Points.of(240));
  }

  @Test
  void theQuestionWhatItWouldCostIsAnsweredAsTheCheckoutDoesAndSaysWhy() {
    CouponView tenth =
        promotions.issue(promotions.terms().percent(15, 40L).precedence(1).define(), buyer);
    CouponView dear = promotions.issue(promotions.terms().minimum(100_000).define(), buyer);
    PriceExplained told = promotions.explain(buyer, Map.of(kettle, 3L));

    assertThat(told.before()).isEqualTo(Points.of(300));
    assertThat(told.total()).isEqualTo(Points.of(260));
    assertThat(told.coupons())
        .extracting(PriceExplained.Coupon::code, PriceExplained.Coupon::applied)
        .containsExactly(tuple(tenth.code(), true), tuple(dear.code(), false));
    PriceExplained.Coupon refused = told.coupons().get(1);
    assertThat(refused.why()).contains("100,000").contains("300");
    assertThat(refused.rules())
        .extracting(PriceExplained.Rule::rule)
        .containsExactly(PriceRule.values());
    assertThat(refused.rules())
        .allSatisfy(rule -> assertThat(rule.why()).doesNotStartWith("coupon."));

    promotions.put(buyer, kettle, 3);
    assertThat(promotions.checkOut(buyer, tenth).total()).isEqualTo(told.total());
    assertThat(promotions.see(dear).status())
        .as("asking changes nothing")
        .isEqualTo(CouponStatus.AVAILABLE);
  }

  @Test
  void whatIsTakenOffSeveralLinesAddsUpToThePoint() {
    CouponView coupon = promotions.issue(promotions.terms().percent(33, null).define(), buyer);
    ItemView odd = promotions.item(7, 100);
    PriceExplained told = promotions.explain(buyer, Map.of(kettle, 1L, cup, 3L, odd, 5L), coupon);
    assertThat(told.before()).isEqualTo(Points.of(195));
    assertThat(told.total()).isEqualTo(Points.of(195 - 64));
    assertThat(told.lines().stream().mapToLong(line -> line.off().amount()).sum()).isEqualTo(64);
  }

  @Test
  void aCustomerGetsNoMoreThanHisCapHoweverOftenHeAsksAtOnce() throws Exception {
    TemplateView template = promotions.terms().perCustomer(2).define();
    long issued = atOnce(8, n -> promotions.issue(template, buyer));
    assertThat(issued).isEqualTo(2);
    refused(PromotionsError.COUPON_CUSTOMER_CAP, () -> promotions.issue(template, buyer));
  }

  @Test
  void ofATotalExactlySoManyAreIssuedHoweverManyAskAtOnce() throws Exception {
    TemplateView template = promotions.terms().total(13).define();
    long issued = atOnce(40, n -> promotions.issue(template, promotions.customer()));
    assertThat(issued).isEqualTo(13);
    assertThat(promotions.addsUp(template.id())).isTrue();
    refused(
        PromotionsError.COUPON_TOTAL_CAP, () -> promotions.issue(template, promotions.customer()));
  }

  @Test
  void oneCouponInTwoCheckoutsAtOnceIsTakenOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      UUID customer = promotions.customer(1000);
      CouponView coupon = promotions.issue(promotions.terms().define(), customer);
      promotions.put(customer, kettle, 1);
      long begun = atOnce(2, n -> promotions.checkOut(customer, coupon));
      assertThat(begun).isEqualTo(1);
      assertThat(promotions.see(coupon).moves()).hasSize(2);
    }
  }

  @Test
  void cancellingAndConfirmingTwiceAtOnceGivesTheCouponBackOnce() throws Exception {
    CouponView coupon = promotions.issue(promotions.terms().define(), buyer);
    promotions.put(buyer, kettle, 1);
    CheckoutView open = promotions.checkOut(buyer, coupon);
    assertThat(atOnce(2, n -> promotions.confirm(open))).isEqualTo(1);
    OrderView order =
        promotions.as(tools -> tools.shop().order(tools.shop().see(open.id()).orderId()));
    assertThat(atOnce(2, n -> promotions.cancel(order))).isEqualTo(1);
    assertThat(promotions.see(coupon).moves())
        .extracting(CouponView.Move::step)
        .containsExactly(
            CouponStep.ISSUED, CouponStep.RESERVED, CouponStep.TAKEN, CouponStep.GIVEN_BACK);
  }

  @Test
  void aBudgetOfCouponsIsIssuedToTheLastOneAndNoFurther() throws Exception {
    CampaignView campaign =
        promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 10);
    long issued = atOnce(30, n -> promotions.issue(campaign, promotions.customer()));
    assertThat(issued).isEqualTo(10);
    CampaignView spent = promotions.see(campaign);
    assertThat(spent.spent()).isEqualTo(10);
    assertThat(spent.coupons()).isEqualTo(10);
    refused(
        PromotionsError.BUDGET_EXHAUSTED, () -> promotions.issue(campaign, promotions.customer()));
  }

  @Test
  void aBudgetOfPointsStopsAtItsLastPointAndWhatIsGivenBackCanBeSpentAgain() {
    CampaignView campaign =
        promotions.campaign(promotions.terms().points(30).define(), BudgetUnit.POINTS, 70);
    List<CouponView> coupons = new ArrayList<>();
    List<UUID> buyers = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      UUID customer = promotions.customer(1000);
      buyers.add(customer);
      coupons.add(promotions.issue(campaign, customer));
    }
    OrderView first = promotions.buy(buyers.get(0), kettle, 1, coupons.get(0));
    promotions.buy(buyers.get(1), kettle, 1, coupons.get(1));
    promotions.put(buyers.get(2), kettle, 1);
    notApplied(PriceRule.WITHIN_BUDGET, () -> promotions.checkOut(buyers.get(2), coupons.get(2)));
    promotions.put(buyers.get(2), kettle, 0);
    ItemView small = promotions.item(10, 10);
    promotions.buy(buyers.get(2), small, 1, coupons.get(2));
    assertThat(promotions.see(campaign).left()).as("to the last point").isZero();

    promotions.cancel(first);
    assertThat(promotions.see(campaign).left()).isEqualTo(30);
    promotions.buy(buyers.get(3), kettle, 1, coupons.get(3));
    assertThat(promotions.see(campaign).left()).isZero();
    assertThat(promotions.addsUp(campaign.id())).isTrue();
  }

  @Test
  void aBudgetOfPointsHoldsHoweverManyCheckOutAtOnce() throws Exception {
    CampaignView campaign =
        promotions.campaign(promotions.terms().points(30).define(), BudgetUnit.POINTS, 310);
    List<UUID> buyers = new ArrayList<>();
    List<CouponView> coupons = new ArrayList<>();
    for (int n = 0; n < 25; n++) {
      UUID customer = promotions.customer(1000);
      promotions.put(customer, kettle, 1);
      buyers.add(customer);
      coupons.add(promotions.issue(campaign, customer));
    }
    long bought =
        atOnce(25, n -> promotions.confirm(promotions.checkOut(buyers.get(n), coupons.get(n))));
    assertThat(bought).isEqualTo(10);
    assertThat(promotions.see(campaign).spent()).isEqualTo(300);
    assertThat(promotions.addsUp(campaign.id())).isTrue();
  }

  @Test
  void aCampaignSpendsOnlyWhileItRunsOnItsDaysForItsAudience() {
    TemplateView template = promotions.terms().define();
    CampaignView campaign = promotions.campaign(template, BudgetUnit.POINTS, 1000);
    CouponView coupon = promotions.issue(campaign, buyer);
    refused(PromotionsError.CAMPAIGN_HAS_IT, () -> promotions.issue(campaign, buyer));
    CampaignView others = promotions.campaign(template, BudgetUnit.COUPONS, 5, "B9999");
    refused(PromotionsError.CAMPAIGN_AUDIENCE, () -> promotions.issue(others, buyer));

    CampaignView stopped =
        promotions.as(
            tools ->
                tools
                    .campaigns()
                    .stop(
                        new ChangeCampaign(
                            campaign.id(), promotions.see(campaign).version(), "预算复核")));
    assertThat(stopped.status()).isEqualTo(CampaignStatus.STOPPED);
    promotions.put(buyer, kettle, 1);
    notApplied(PriceRule.CAMPAIGN_RUNS, () -> promotions.checkOut(buyer, coupon));
    refused(
        PromotionsError.CAMPAIGN_STATUS, () -> promotions.issue(campaign, promotions.customer()));
    promotions.todayIs(LocalDate.of(2026, 4, 1));
    refused(
        PromotionsError.CAMPAIGN_NOT_ON,
        () ->
            promotions.as(
                tools ->
                    tools
                        .campaigns()
                        .start(new ChangeCampaign(campaign.id(), stopped.version(), "再来"))));
  }

  @Test
  void aBudgetIsRaisedAndLoweredButNotBelowWhatWasSpent() {
    CampaignView campaign = promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 3);
    for (int n = 0; n < 3; n++) {
      promotions.issue(campaign, promotions.customer());
    }
    refused(PromotionsError.BUDGET_TOO_SMALL, () -> budget(campaign, 2));
    assertThat(budget(campaign, 4).left()).isEqualTo(1);
    promotions.issue(campaign, promotions.customer());
    refused(
        PromotionsError.BUDGET_EXHAUSTED, () -> promotions.issue(campaign, promotions.customer()));
  }

  private CampaignView budget(CampaignView campaign, long budget) {
    return promotions.as(
        tools ->
            tools
                .campaigns()
                .setBudget(
                    new SetBudget(
                        campaign.id(), promotions.see(campaign).version(), budget, "调整")));
  }

  @Test
  void theBatchIssuesToTheAudienceAsFarAsTheBudgetGoesAndNobodyTwice() {
    CampaignView campaign = promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 5);
    List<UUID> audience = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      audience.add(promotions.customer());
    }
    promotions.issue(campaign, audience.get(0));
    ImportOutcome outcome = promotions.issueToAll(campaign, audience);
    assertThat(outcome.loaded()).isEqualTo(4);
    assertThat(outcome.unchanged()).isEqualTo(1);
    assertThat(outcome.rejects())
        .extracting(ImportOutcome.Reject::code)
        .containsOnly(PromotionsError.BUDGET_EXHAUSTED.code())
        .hasSize(2);
    assertThat(promotions.issueToAll(campaign, audience).unchanged()).isEqualTo(5);
    assertThat(promotions.see(campaign).spent()).isEqualTo(5);
  }

  @Test
  void theListOfABatchNamesTheWholeAudienceInSlicesEachOnce() {
    CampaignView campaign = promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 5);
    List<UUID> audience =
        Stream.generate(Ids::next).limit(2_001).sorted(comparing(UUID::toString)).toList();
    List<String> lines = promotions.listFor(campaign, audience);
    assertThat(lines.get(0)).isEqualTo("campaign,customer");
    assertThat(lines.subList(1, lines.size()))
        .isEqualTo(audience.stream().map(one -> campaign.id() + "," + one).toList());
  }

  @Test
  void aRevokedCouponIsNoGoodAndGoesBackIntoTheBudget() {
    CampaignView campaign = promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 1);
    CouponView coupon = promotions.issue(campaign, buyer);
    CouponView gone =
        promotions.as(tools -> tools.coupons().revoke(new RevokeCoupon(coupon.id(), "发错")));
    assertThat(gone.moves()).last().extracting(CouponView.Move::reason).isEqualTo("发错");
    promotions.put(buyer, kettle, 1);
    notApplied(PriceRule.NOT_USED, () -> promotions.checkOut(buyer, coupon));
    refused(
        PromotionsError.COUPON_NOT_AVAILABLE,
        () -> promotions.as(t -> t.coupons().revoke(new RevokeCoupon(coupon.id(), "again"))));
    promotions.issue(campaign, promotions.customer());
    assertThat(promotions.see(campaign).left()).isZero();
  }

  @Test
  void termsThatDoNotFitTogetherAreRefusedNamingTheField() {
    refused(PromotionsError.TEMPLATE_TERMS, () -> promotions.terms().percent(101, null).define());
    refused(
        PromotionsError.TEMPLATE_TERMS,
        () -> promotions.terms().on(DAY, DAY.minusDays(1)).define());
    refused(PromotionsError.TEMPLATE_TERMS, () -> promotions.terms().on(DAY, null).define());
    TemplateView made = promotions.terms().items(cup, kettle).define();
    assertThat(made.items()).containsExactlyInAnyOrder(cup.sku(), kettle.sku());
    TemplateView stopped =
        promotions.as(
            t -> t.coupons().stopTemplate(new StopTemplate(made.id(), made.version(), "停发")));
    assertThat(stopped.status()).isEqualTo(TemplateStatus.STOPPED);
    refused(PromotionsError.TEMPLATE_STOPPED, () -> promotions.issue(made, buyer));
  }

  @Test
  void theDatabaseKeepsTermsHistoryAndBudgetFromBeingChanged() throws SQLException {
    CampaignView campaign = promotions.campaign(promotions.terms().define(), BudgetUnit.COUPONS, 1);
    promotions.issue(campaign, buyer);
    try (Connection connection = TestDatabase.get().app().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "update promotions.coupon_template set amount = 1",
              "update promotions.coupon_move set step = 'REVOKED'",
              "delete from promotions.coupon_move",
              "update promotions.pot_entry set amount = 1",
              "update promotions.pot_lane set spent = allotted + 1",
              "delete from promotions.coupon")) {
        assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
      }
    }
  }

  private interface Attempt {
    void make(int n) throws Exception;
  }

  /** Makes so many attempts at once and answers how many were not refused. */
  private static long atOnce(int count, Attempt attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(count, 16));
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int n = 0; n < count; n++) {
        int number = n;
        tasks.add(
            () -> {
              try {
                attempt.make(number);
                return true;
              } catch (HeyiException e) {
                return false;
              }
            });
      }
      long done = 0;
      for (Future<Boolean> result : threads.invokeAll(tasks)) {
        done += result.get() ? 1 : 0;
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void refused(PromotionsError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  private static void notApplied(PriceRule rule, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(PromotionsError.COUPON_NOT_APPLIED);
              assertThat(e.args().get(1)).isEqualTo(rule);
            });
  }
}
