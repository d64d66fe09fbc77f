package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.ItemView;
import com.heyi.mall.OrderView;
import com.heyi.mall.internal.KnownCustomers;
import com.heyi.mall.internal.TestMall;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Benefits by the calendar, memberships, and points earned by tasks. */
class BenefitsAndEarningTest {
  /** A Tuesday. */
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
  private final PromotionsFixture promotions = new PromotionsFixture(DAY);
  private final UUID customer = promotions.customer();

  @AfterEach
  void theBooksBalance() {
    assertThat(promotions.breaches()).isZero();
  }

  @Test
  void aDailyBenefitIsTakenOnceADayOfTheBank() {
    BenefitView benefit = benefit(Rhythm.DAILY, null, null);
    TakenView taken = take(benefit);
    assertThat(taken.next()).isEqualTo(DAY.plusDays(1));
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(benefit));
    promotions.nowIs(DAY.plusDays(1).atStartOfDay(PromotionsFixture.ZONE).toInstant());
    take(benefit);
    assertThat(promotions.usable(customer)).isEqualTo(20);
  }

  @Test
  void twiceAWeekIsOnTwoDaysFromMondayToSunday() {
    BenefitView benefit = benefit(Rhythm.TWICE_A_WEEK, null, null);
    LocalDate monday = LocalDate.of(2026, 3, 9);
    promotions.todayIs(monday);
    take(benefit);
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(benefit));
    promotions.todayIs(monday.plusDays(2));
    assertThat(take(benefit).next()).isEqualTo(monday.plusDays(7));
    promotions.todayIs(monday.plusDays(6));
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(benefit));
    promotions.todayIs(monday.plusDays(7));
    assertThat(take(benefit).next()).isEqualTo(monday.plusDays(8));
  }

  @Test
  void everyTuesdayIsOnTuesdaysOnly() {
    BenefitView benefit = benefit(Rhythm.ON_A_WEEKDAY, DayOfWeek.TUESDAY, null);
    assertThat(take(benefit).next()).isEqualTo(DAY.plusDays(7));
    promotions.todayIs(DAY.plusDays(1));
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(benefit));
    BenefitToday seen = today(benefit);
    assertThat(seen.mayTake()).isFalse();
    assertThat(seen.next()).isEqualTo(DAY.plusDays(7));
  }

  @Test
  void twiceAMonthBeginsAnewOnTheFirstAlsoInALeapYear() {
    BenefitView benefit = benefit(Rhythm.TWICE_A_MONTH, null, null);
    promotions.todayIs(LocalDate.of(2028, 2, 28));
    take(benefit);
    promotions.todayIs(LocalDate.of(2028, 2, 29));
    assertThat(take(benefit).next()).isEqualTo(LocalDate.of(2028, 3, 1));
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(benefit));
    promotions.todayIs(LocalDate.of(2028, 3, 1));
    take(benefit);
  }

  @Test
  void aBenefitTakenByManyTabsAtOnceIsTakenOnce() throws Exception {
    BenefitView benefit = benefit(Rhythm.TWICE_A_WEEK, null, null);
    assertThat(atOnce(6, () -> take(benefit))).isEqualTo(1);
    assertThat(promotions.usable(customer)).isEqualTo(10);
  }

  @Test
  void aBenefitGivesACouponAndEndsOnItsLastDay() {
    TemplateView template = promotions.terms().onTheDayOfIssue().define();
    BenefitView benefit =
        promotions.as(
            t ->
                t.benefits()
                    .create(
                        new CreateBenefit(
                            PromotionsFixture.code("B"),
                            "每日一券",
                            Rhythm.DAILY,
                            null,
                            template.code(),
                            null,
                            null,
                            null,
                            FIRST,
                            LAST)));
    TakenView taken = take(benefit);
    assertThat(taken.couponCode()).isNotBlank();
    List<CouponView> his = promotions.as(t -> t.coupons().ofCustomer(customer));
    assertThat(his).extracting(CouponView::code).containsExactly(taken.couponCode());
    promotions.as(t -> t.benefits().end(new EndBenefit(benefit.id(), "结束")));
    promotions.todayIs(DAY.plusDays(1));
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(benefit));
    refused(PromotionsError.BENEFIT_TERMS, () -> benefit(Rhythm.DAILY, DayOfWeek.MONDAY, null));
  }

  @Test
  void aLevelIsBoughtRenewedAndEndedWithTheShareOfItsUnusedDays() {
    UUID rich = promotions.customer(10_000);
    LevelView gold = level(3650, 12, FeeRefund.PRO_RATA);
    BenefitView lounge = benefit(Rhythm.DAILY, null, gold.code());
    refused(PromotionsError.BENEFIT_NOT_FOR, () -> take(lounge, rich));

    MembershipView first = buy(rich, gold);
    assertThat(first.endsOn()).isEqualTo(LocalDate.of(2027, 3, 9));
    assertThat(promotions.usable(rich)).isEqualTo(6350);
    take(lounge, rich);
    MembershipView next = buy(rich, gold);
    assertThat(next.startsOn()).isEqualTo(LocalDate.of(2027, 3, 10));
    assertThat(next.inForce()).isFalse();
    refused(PromotionsError.MEMBERSHIP_RENEWED, () -> buy(rich, gold));

    MembershipView unused = end(next);
    assertThat(unused.refunded()).as("366 days, leap day or not").isEqualTo(Points.of(3650));
    promotions.todayIs(DAY.plusDays(64));
    MembershipView ended = end(first);
    assertThat(ended.refunded()).isEqualTo(Points.of(3000));
    assertThat(ended.endedOn()).isEqualTo(DAY.plusDays(64));
    refused(PromotionsError.MEMBERSHIP_OVER, () -> end(ended));
    take(lounge, rich);
    promotions.todayIs(DAY.plusDays(65));
    refused(PromotionsError.BENEFIT_NOT_FOR, () -> take(lounge, rich));
  }

  @Test
  void aLevelThatTheCustomerCannotPayIsNotHis() {
    LevelView gold = level(100, 1, FeeRefund.NONE);
    assertThatThrownBy(() -> buy(customer, gold))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).contains("insufficient"));
    assertThat(promotions.<List<MembershipView>>as(t -> t.benefits().memberships(customer)))
        .isEmpty();
    UUID rich = promotions.customer(100);
    MembershipView bought = buy(rich, gold);
    assertThat(end(bought).refunded()).isEqualTo(Points.ZERO);
    assertThat(promotions.usable(rich)).isZero();
  }

  @Test
  void checkingInIsOnceADayWhateverIsRacedAndTheStreakGivesItsBonus() throws Exception {
    TaskView task = task(TaskKind.CHECK_IN, 5, 1, null, null, 3, 20L, null);
    assertThat(atOnce(6, () -> checkIn(task))).isEqualTo(1);
    refused(PromotionsError.TASK_DONE, () -> checkIn(task));
    promotions.todayIs(DAY.plusDays(1));
    assertThat(checkIn(task).streak()).isEqualTo(2);
    promotions.todayIs(DAY.plusDays(2));
    assertThat(checkIn(task).points()).isEqualTo(Points.of(25));
    promotions.todayIs(DAY.plusDays(4));
    assertThat(checkIn(task).streak()).as("a day was missed").isEqualTo(1);
    assertThat(promotions.usable(customer)).isEqualTo(40);
  }

  @Test
  void benefitsCheckInsAndTasksCountWhatAPersonDidUnderAnyOfHisRecords() {
    UUID merged = promotions.customer();
    BenefitView daily = benefit(Rhythm.DAILY, null, null);
    TaskView looksIn = task(TaskKind.CHECK_IN, 5, 1, null, null, 3, 20L, null);
    TaskView thrice = task(TaskKind.ACTION, 10, 5, 3, null, null, null, null);
    take(daily, merged);
    checkIn(looksIn, merged);
    complete(thrice, "A", merged);
    complete(thrice, "B", merged);

    KnownCustomers.merge(merged, customer);
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(daily));
    refused(PromotionsError.TASK_DONE, () -> checkIn(looksIn));
    refused(PromotionsError.TASK_DONE, () -> complete(thrice, "A"));
    complete(thrice, "C");
    refused(PromotionsError.TASK_CAP, () -> complete(thrice, "D"));
    refused(PromotionsError.TASK_CAP, () -> complete(thrice, "D", merged));
    promotions.todayIs(DAY.plusDays(1));
    take(daily);
    refused(PromotionsError.BENEFIT_NOT_TODAY, () -> take(daily, merged));
    assertThat(checkIn(looksIn).streak()).as("he looked in yesterday").isEqualTo(2);
  }

  @Test
  void aTaskEarnsByItsCapsPerDayMonthAndInAllAndAReferenceOnce() {
    TaskView task = task(TaskKind.ACTION, 10, 2, 3, 4, null, null, null);
    complete(task, "A");
    refused(PromotionsError.TASK_DONE, () -> complete(task, "A"));
    complete(task, "B");
    refused(PromotionsError.TASK_CAP, () -> complete(task, "C"));
    promotions.todayIs(LocalDate.of(2026, 3, 31));
    complete(task, "C");
    refused(PromotionsError.TASK_CAP, () -> complete(task, "D"));
    promotions.todayIs(LocalDate.of(2026, 4, 1));
    complete(task, "D");
    refused(PromotionsError.TASK_CAP, () -> complete(task, "E"));
    refused(PromotionsError.TASK_KIND, () -> checkIn(task));
    assertThat(promotions.usable(customer)).isEqualTo(40);
  }

  @Test
  void aCampaignPaysForEarningsToItsLastPoint() throws Exception {
    CampaignView campaign = promotions.campaign(null, BudgetUnit.POINTS, 55);
    TaskView task = task(TaskKind.ACTION, 10, 100, null, null, null, null, campaign.code());
    int[] serial = {0};
    long done = atOnce(12, () -> complete(task, "R" + next(serial), promotions.customer()));
    assertThat(done).isEqualTo(5);
    assertThat(promotions.see(campaign).spent()).isEqualTo(50);
    assertThat(promotions.addsUp(campaign.id())).isTrue();
    refused(PromotionsError.BUDGET_EXHAUSTED, () -> complete(task, "X"));
  }

  private static synchronized int next(int[] serial) {
    return serial[0]++;
  }

  @Test
  void whatACustomerHasEarnedAndMayTakeIsReadInAsFewQueriesForManyAsForOne() {
    TaskView task = task(TaskKind.ACTION, 10, 100, null, null, null, null, null);
    complete(task, "A");
    take(benefit(Rhythm.DAILY, null, null));
    long few = queries();
    for (int n = 0; n < 8; n++) {
      complete(task, "B" + n);
      take(benefit(Rhythm.DAILY, null, null));
    }
    assertThat(queries()).isEqualTo(few);
  }

  /** How many queries it takes to show what he has earned and may take. */
  private long queries() {
    Statistics counted =
        TestDatabase.get().entityManagers().unwrap(SessionFactory.class).getStatistics();
    counted.setStatisticsEnabled(true);
    long before = counted.getPrepareStatementCount();
    promotions.as(
        t -> {
          assertThat(t.earnings().ofCustomer(customer)).isNotEmpty();
          return t.benefits().today(customer);
        });
    return counted.getPrepareStatementCount() - before;
  }

  @Test
  void whatIsUndoneIsTakenBackAndWhatWasSpentOfItIsOwed() {
    TaskView task = task(TaskKind.ACTION, 100, 10, null, null, null, null, null);
    CompletionView first = complete(task, "A");
    assertThat(undo(first).undone()).isTrue();
    assertThat(promotions.usable(customer)).isZero();
    refused(PromotionsError.TASK_UNDONE, () -> undo(first));

    CompletionView second = complete(task, "B");
    promotions.buy(customer, promotions.item(70, 10), 1);
    undo(second);
    assertThat(promotions.usable(customer)).isZero();
    CompletionView third = complete(task, "C");
    assertThat(third.settled()).isEqualTo(Points.of(70));
    assertThat(promotions.usable(customer)).isEqualTo(30);
    assertThat(complete(task, "D").settled()).isEqualTo(Points.ZERO);
  }

  @Test
  void whatIsOwedUnderAMergedRecordIsPaidByWhatIsEarnedUnderAnyOfHisRecords() {
    UUID merged = promotions.customer();
    TaskView task = task(TaskKind.ACTION, 100, 10, null, null, null, null, null);
    CompletionView done = complete(task, "A", merged);
    promotions.buy(merged, promotions.item(70, 10), 1);
    undo(done);

    KnownCustomers.merge(merged, customer);

    assertThat(complete(task, "B").settled()).isEqualTo(Points.of(70));
    assertThat(promotions.usable(customer)).isEqualTo(30);
    assertThat(complete(task, "C", merged).settled()).as("once").isEqualTo(Points.ZERO);
  }

  @Test
  void anEarningThatHasExpiredIsNotTakenFromOtherPointsWhenItIsUndone() {
    TaskView task = task(TaskKind.ACTION, 50, 10, null, null, null, null, null);
    CompletionView done = complete(task, "A");
    promotions.todayIs(LocalDate.of(2028, 4, 1));
    promotions.as(t -> TestMall.expire(t.em(), t.clock(), customer));
    promotions.<Boolean>as(
        t -> {
          t.shop().grant(customer, 500);
          return true;
        });

    undo(done);

    assertThat(promotions.usable(customer)).isEqualTo(500);
    assertThat(complete(task, "B").settled()).as("and nothing is owed").isEqualTo(Points.ZERO);
  }

  @Test
  void earnRefundAndKeepThePointsDoesNotWork() {
    TaskView task = task(TaskKind.ORDER, 50, 1, null, null, null, null, null);
    UUID buyer = promotions.customer(100);
    ItemView item = promotions.item(100, 10);
    OrderView order = promotions.buy(buyer, item, 1);
    promotions.as(t -> t.shop().deliver(order.id()));
    workOff();
    assertThat(promotions.usable(buyer)).isEqualTo(50);
    workOff();
    assertThat(promotions.usable(buyer)).as("once").isEqualTo(50);

    promotions.buy(buyer, promotions.item(50, 10), 1);
    promotions.<Boolean>as(
        t -> {
          t.shop().bringBack(order.id());
          return true;
        });
    workOff();
    assertThat(promotions.usable(buyer)).as("what came back less what was earned").isEqualTo(50);
    List<CompletionView> earned = promotions.as(t -> t.earnings().ofCustomer(buyer));
    assertThat(earned).filteredOn(one -> one.task().equals(task.code())).hasSize(1);
    assertThat(earned.get(0).undone()).isTrue();
  }

  @Test
  void anOrderThatComesToNothingWhileItEarnsLosesWhatItEarns() {
    LocalDate day = LocalDate.of(2026, 6, 15);
    promotions.todayIs(day);
    promotions.as(
        t ->
            t.earnings()
                .create(
                    new CreateTask(
                        PromotionsFixture.code("T"),
                        "任务",
                        TaskKind.ORDER,
                        50,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        day,
                        day)));
    UUID buyer = promotions.customer(100);
    OrderView order = promotions.buy(buyer, promotions.item(100, 10), 1);
    promotions.as(t -> t.shop().deliver(order.id()));

    promotions.rewardWhile(order, () -> promotions.note(order, "UNDO"));
    workOff();

    List<CompletionView> earned = promotions.as(t -> t.earnings().ofCustomer(buyer));
    assertThat(earned).isNotEmpty().allMatch(CompletionView::undone);
    assertThat(promotions.usable(buyer)).isZero();
  }

  /** Works off what was noted of orders, each in a transaction of its own. */
  private void workOff() {
    List<UUID> noted = promotions.as(t -> t.earning().noted(1000));
    for (UUID order : noted) {
      promotions.<Boolean>as(
          t -> {
            UUID buyer = t.shop().order(order).customerId();
            t.earning().reward(order, t.customers().require(buyer));
            return true;
          });
    }
  }

  private BenefitView benefit(Rhythm rhythm, DayOfWeek weekday, String level) {
    return promotions.as(
        t ->
            t.benefits()
                .create(
                    new CreateBenefit(
                        PromotionsFixture.code("B"),
                        "权益",
                        rhythm,
                        weekday,
                        null,
                        10L,
                        level,
                        null,
                        FIRST,
                        LAST)));
  }

  private BenefitToday today(BenefitView benefit) {
    return promotions.<List<BenefitToday>>as(t -> t.benefits().today(customer)).stream()
        .filter(one -> one.benefit().id().equals(benefit.id()))
        .findFirst()
        .orElseThrow();
  }

  private TakenView take(BenefitView benefit) {
    return take(benefit, customer);
  }

  private TakenView take(BenefitView benefit, UUID who) {
    return promotions.as(t -> t.benefits().take(new TakeBenefit(who, benefit.code())));
  }

  private static int rank = 1;

  private LevelView level(long fee, int months, FeeRefund refund) {
    int mine = rank++;
    return promotions.as(
        t ->
            t.benefits()
                .createLevel(
                    new CreateLevel(
                        PromotionsFixture.code("L"),
                        "金卡",
                        mine,
                        Points.of(fee),
                        null,
                        months,
                        refund)));
  }

  private MembershipView buy(UUID who, LevelView level) {
    return promotions.buyLevel(who, level, null);
  }

  private MembershipView end(MembershipView membership) {
    return promotions.endLevel(membership);
  }

  private TaskView task(
      TaskKind kind,
      long points,
      int perDay,
      Integer perMonth,
      Integer inAll,
      Integer streakDays,
      Long bonus,
      String campaign) {
    return promotions.as(
        t ->
            t.earnings()
                .create(
                    new CreateTask(
                        PromotionsFixture.code("T"),
                        "任务",
                        kind,
                        points,
                        perDay,
                        perMonth,
                        inAll,
                        streakDays,
                        bonus,
                        campaign,
                        FIRST,
                        LAST)));
  }

  private CompletionView checkIn(TaskView task) {
    return checkIn(task, customer);
  }

  private CompletionView checkIn(TaskView task, UUID who) {
    return promotions.as(t -> t.earnings().checkIn(new CheckIn(who, task.code())));
  }

  private CompletionView complete(TaskView task, String reference) {
    return complete(task, reference, customer);
  }

  private CompletionView complete(TaskView task, String reference, UUID who) {
    return promotions.as(t -> t.earnings().complete(new CompleteTask(who, task.code(), reference)));
  }

  private CompletionView undo(CompletionView completion) {
    return promotions.as(t -> t.earnings().undo(new UndoCompletion(completion.id(), "问卷作废")));
  }

  private static long atOnce(int count, Callable<?> attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int n = 0; n < count; n++) {
        tasks.add(
            () -> {
              try {
                attempt.call();
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
}
