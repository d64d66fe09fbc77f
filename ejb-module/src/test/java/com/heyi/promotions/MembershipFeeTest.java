package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsError;
import com.heyi.mall.CashCharges;
import com.heyi.mall.LotSource;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsCharges;
import com.heyi.mall.internal.TestMall;
import com.heyi.mall.internal.TestShop;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Noted;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Levels of membership that cost money: paid from an account, and given back by their days. */
class MembershipFeeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  /** The last days of points that are granted on the day, and a month later. */
  private static final LocalDate LAST_DAY = LocalDate.of(2028, 3, 31);

  private static final LocalDate NEXT_MONTHS = LocalDate.of(2028, 4, 30);

  /** Each level has a rank of its own; those of other tests begin at one. */
  private static int rank = 40;

  private final PromotionsFixture promotions = new PromotionsFixture(DAY);
  private final UUID customer = promotions.customer(1000);
  private long breachesBefore;

  @BeforeEach
  void otherTestsMayHaveLeftFaultsOfTheirOwn() {
    breachesBefore = promotions.breaches();
  }

  @AfterEach
  void everyPaymentStandsInTheLedgerOfMoney() {
    assertThat(promotions.breaches()).isEqualTo(breachesBefore);
  }

  @Test
  void aFeeThatIsExactlyWhatLiesInTheAccountIsPaidAndOneFenMoreIsNot() {
    LevelView gold = level(0, "99.00", FeeRefund.NONE);
    UUID exactly = account("99.00");
    MembershipView bought = buy(gold, exactly);
    assertThat(bought.cash()).isEqualTo(Money.cny("99.00"));
    assertThat(bought.fee()).isEqualTo(Points.ZERO);
    assertThat(bought.inForce()).isTrue();
    assertThat(balance(exactly)).isEqualTo(Money.cny("0.00"));

    UUID poor = promotions.customer(1000);
    UUID short_ = account(poor, AccountType.I, "98.99");
    refused(DepositsError.INSUFFICIENT, () -> buy(poor, gold, short_));
    assertThat(memberships(poor)).isEmpty();
    assertThat(balance(short_)).isEqualTo(Money.cny("98.99"));
  }

  @Test
  void pointsStayWhenTheMoneyOfALevelThatCostsBothIsLacking() {
    LevelView both = level(300, "50.00", FeeRefund.PRO_RATA);
    UUID account = account("49.99");
    refused(DepositsError.INSUFFICIENT, () -> buy(both, account));
    assertThat(promotions.usable(customer)).isEqualTo(1000);
    UUID without = promotions.customer(299);
    UUID rich = account(without, AccountType.I, "500.00");
    assertThatThrownBy(() -> buy(without, both, rich))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).contains("insufficient"));
    assertThat(balance(rich)).isEqualTo(Money.cny("500.00"));

    MembershipView bought = buy(both, account("50.00"));
    assertThat(promotions.usable(customer)).isEqualTo(700);
    MembershipView ended = end(bought);
    assertThat(ended.refunded()).isEqualTo(Points.of(299));
    assertThat(ended.cashRefunded()).isEqualTo(Money.cny("49.86"));
    assertThat(promotions.usable(customer)).isEqualTo(999);
  }

  @Test
  void aLevelWithTheLongestNameIsBoughtAndEndedAsAnyOther() {
    LevelView wordy = level("尊享\n".repeat(66) + "卡卡", 10, Money.cny("50.00"), FeeRefund.PRO_RATA);
    UUID account = account("50.00");
    MembershipView ended = end(buy(wordy, account));
    assertThat(ended.cashRefunded()).isEqualTo(Money.cny("49.86"));
    assertThat(balance(account)).isEqualTo(Money.cny("49.86"));
  }

  @Test
  void whatIsPaidAndWhatGoesBackWeighPointsAndMoneyByTheFen() {
    LevelView both = level(300, "50.00", FeeRefund.PRO_RATA);
    UUID account = account("50.00");
    AtomicReference<MembershipView> bought = new AtomicReference<>();
    assertThat(Noted.weighing("membership.buy", () -> bought.set(buy(both, account))))
        .isEqualTo(5_300);
    assertThat(Noted.weighing("membership.end", () -> end(bought.get()))).isEqualTo(299 + 4_986);
  }

  @Test
  void anAccountIsNamedAndIsHisOwn() {
    LevelView gold = level(0, "10.00", FeeRefund.NONE);
    refused(MallError.ACCOUNT_MISSING, () -> buy(gold, null));
    refused(MallError.ACCOUNT_NOT_HIS, () -> buy(gold, Ids.next()));
    UUID foreign = account(promotions.customer(), AccountType.I, "100.00");
    refused(MallError.ACCOUNT_NOT_HIS, () -> buy(gold, foreign));
    assertThat(balance(foreign)).isEqualTo(Money.cny("100.00"));
    assertThat(memberships(customer)).isEmpty();
    LevelView free = level(0, "0.00", FeeRefund.NONE);
    assertThat(buy(free, foreign).cash()).as("no money, no account").isEqualTo(Money.cny("0.00"));
    assertThat(balance(foreign)).isEqualTo(Money.cny("100.00"));
  }

  @Test
  void theLimitsOfTheAccountHoldAndWhatComesBackGivesItsUseBack() {
    LevelView dear = level(0, "1000.00", FeeRefund.PRO_RATA);
    UUID third = account(customer, AccountType.III, "2000.00");
    buy(dear, third);
    MembershipView renewed = buy(dear, third);
    assertThat(balance(third)).as("2,000 a day, exactly").isEqualTo(Money.cny("0.00"));
    assertThat(end(renewed).cashRefunded()).isEqualTo(Money.cny("1000.00"));
    promotions.as(t -> t.shop().fill(third, "1.00"));
    refused(DepositsError.LIMIT, () -> orderFor("1000.01", third));
    orderFor("1000.00", third);
    assertThat(balance(third)).isEqualTo(Money.cny("1.00"));
  }

  private OrderView orderFor(String cash, UUID account) {
    return promotions.as(
        t ->
            t.shop()
                .place(
                    t.customers().require(customer),
                    PayCash.from(account, Money.cny(cash)),
                    List.of(
                        new PlaceOrder.Line(
                            t.shop().item(PromotionsFixture.code("F"), 1, cash, 5).sku(), 1))));
  }

  @Test
  void ofTwoWhoBuyAtOnceFromMoneyForOneOneIsServed() throws Exception {
    for (int round = 0; round < 5; round++) {
      UUID who = promotions.customer();
      LevelView gold = level(0, "60.00", FeeRefund.NONE);
      UUID account = account(who, AccountType.I, "119.99");
      assertThat(atOnce(() -> buy(who, gold, account), () -> buy(who, gold, account)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(balance(account)).isEqualTo(Money.cny("59.99"));
      assertThat(memberships(who)).hasSize(1);
    }
  }

  @Test
  void ofTwoWhoEndItAtOnceTheMoneyComesBackOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      UUID who = promotions.customer();
      LevelView gold = level(0, "365.00", FeeRefund.PRO_RATA);
      UUID account = account(who, AccountType.I, "365.00");
      MembershipView bought = buy(who, gold, account);
      assertThat(atOnce(() -> end(bought), () -> end(bought)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(balance(account)).isEqualTo(Money.cny("364.00"));
    }
  }

  @Test
  void wholeDaysThatHaveNotBegunComeBackRoundedDownToTheFen() {
    LevelView gold = level(0, "100.00", FeeRefund.PRO_RATA);
    UUID account = account("200.00");
    MembershipView first = buy(gold, account);
    MembershipView next = buy(gold, account);
    assertThat(end(next).cashRefunded()).as("not begun").isEqualTo(Money.cny("100.00"));
    promotions.todayIs(DAY.plusDays(1));
    MembershipView ended = end(first);
    assertThat(ended.cashRefunded()).as("363 days of 365").isEqualTo(Money.cny("99.45"));
    assertThat(balance(account)).isEqualTo(Money.cny("199.45"));
    refused(PromotionsError.MEMBERSHIP_OVER, () -> end(ended));
  }

  @Test
  void nothingComesBackOfALevelThatSaysSoNorOnTheLastDay() {
    UUID account = account("110.00");
    MembershipView none = buy(level(0, "10.00", FeeRefund.NONE), account);
    assertThat(end(none).cashRefunded()).isEqualTo(Money.cny("0.00"));
    promotions.todayIs(DAY.plusDays(1));
    MembershipView whole = buy(level(0, "100.00", FeeRefund.PRO_RATA), account);
    promotions.todayIs(whole.endsOn());
    assertThat(end(whole).cashRefunded()).isEqualTo(Money.cny("0.00"));
    assertThat(balance(account)).isEqualTo(Money.cny("0.00"));
  }

  @Test
  void whenTheAccountThatPaidIsClosedTheMoneyGoesToAnotherOfHisAndElseTheMembershipStays() {
    LevelView gold = level(100, "365.00", FeeRefund.PRO_RATA);
    UUID account = account("365.00");
    TestShop.becomes(account, AccountStatus.CLOSED);
    refused(DepositsError.NOT_USABLE, () -> buy(gold, account));
    assertThat(promotions.usable(customer)).isEqualTo(1000);
    TestShop.becomes(account, AccountStatus.OPEN);
    MembershipView bought = buy(gold, account);

    TestShop.becomes(account, AccountStatus.CLOSED);
    refused(DepositsError.REFUND_NOWHERE, () -> end(bought));
    assertThat(memberships(customer).get(0).endedOn()).isNull();
    assertThat(promotions.usable(customer)).as("neither do points").isEqualTo(900);

    UUID other = account("1.00");
    assertThat(end(bought).cashRefunded()).isEqualTo(Money.cny("364.00"));
    assertThat(balance(other)).isEqualTo(Money.cny("365.00"));
  }

  @Test
  void aFrozenAccountPaysNothingAndTakesItsMoneyBack() {
    LevelView gold = level(0, "365.00", FeeRefund.PRO_RATA);
    UUID account = account("730.00");
    MembershipView bought = buy(gold, account);
    TestShop.becomes(account, AccountStatus.FROZEN);
    refused(DepositsError.NOT_USABLE, () -> buy(gold, account));
    end(bought);
    assertThat(balance(account)).isEqualTo(Money.cny("729.00"));
  }

  @Test
  void whatALevelCostsInMoneyIsNeitherNegativeNorForeignNorTooMuch() {
    refused(PromotionsError.LEVEL_CASH, () -> level(0, "-0.01", FeeRefund.NONE));
    refused(
        PromotionsError.LEVEL_CASH,
        () -> level(0, CashCharges.MOST.plus(Money.cny("0.01")), FeeRefund.NONE));
    refused(
        PromotionsError.LEVEL_CASH,
        () ->
            level(
                0,
                new Money(BigDecimal.ONE, java.util.Currency.getInstance("USD")),
                FeeRefund.NONE));
    assertThat(level(0, CashCharges.MOST, FeeRefund.NONE).cash()).isEqualTo(CashCharges.MOST);
  }

  @Test
  void theCustomerIsToldOfTheFeeThatHePaidAndOfWhatCameBack() {
    LevelView gold = level(0, "365.00", FeeRefund.PRO_RATA);
    end(buy(gold, account("365.00")));
    List<Map<String, ?>> told = promotions.as(t -> t.shop().told(customer, "payments"));
    assertThat(told).hasSize(1);
    assertThat((BigDecimal) told.get(0).get("yuan")).isEqualByComparingTo("365.00");
    assertThat((BigDecimal) told.get(0).get("givenBack")).isEqualByComparingTo("364.00");
    assertThat(told.get(0).get("order")).isNull();
  }

  @Test
  void pointsOfAFeeGoBackIntoTheLotsThatPaidTheLastOneFirstAndLastNoLonger() {
    promotions.todayIs(DAY.plusMonths(1));
    promotions.as(
        t -> {
          t.shop().grant(customer, 500);
          return null;
        });
    assertThat(lots()).containsExactly(Map.entry(LAST_DAY, 1000L), Map.entry(NEXT_MONTHS, 500L));
    MembershipView bought = buy(level(1460, "0.00", FeeRefund.PRO_RATA), null);
    assertThat(lots()).containsExactly(Map.entry(NEXT_MONTHS, 40L));

    promotions.todayIs(DAY.plusMonths(1).plusDays(182));
    MembershipView ended = end(bought);
    assertThat(ended.refunded()).as("182 of 365 days").isEqualTo(Points.of(728));
    assertThat(lots()).containsExactly(Map.entry(LAST_DAY, 268L), Map.entry(NEXT_MONTHS, 500L));
    refused(PromotionsError.MEMBERSHIP_OVER, () -> end(ended));
  }

  @Test
  void pointsOfAFeeWhoseLotHasExpiredAreRestoredForThirtyDaysOnce() {
    promotions.todayIs(LAST_DAY);
    MembershipView bought = buy(level(730, "0.00", FeeRefund.PRO_RATA), null);
    LocalDate later = LAST_DAY.plusDays(100);
    promotions.todayIs(later);
    assertThat(end(bought).refunded()).isEqualTo(Points.of(528));
    assertThat(usableLots())
        .containsExactly(Map.entry(LotSource.RESTORED, Map.entry(later.plusDays(30), 528L)));

    MembershipView again = buy(level(365, "0.00", FeeRefund.PRO_RATA), null);
    promotions.todayIs(later.plusDays(31));
    assertThat(end(again).refunded()).as("forfeited, as is told").isEqualTo(Points.ZERO);
    assertThat(usableLots()).as("no point is restored twice").isEmpty();
    assertThat(promotions.usable(customer)).isZero();
  }

  @Test
  void ofTwoWhoEndItAtOnceThePointsComeBackOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      UUID who = promotions.customer(365);
      MembershipView bought = buy(who, level(365, "0.00", FeeRefund.PRO_RATA), null);
      assertThat(atOnce(() -> end(bought), () -> end(bought)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(promotions.usable(who)).isEqualTo(364);
    }
  }

  @Test
  void theLedgerTakesNoSecondReturnOfAFeeNorMoreThanWasTaken() {
    UUID fee =
        promotions.as(
            t -> TestShop.charges(t.em(), t.clock()).charge(customer, null, Points.of(10), "fee"));
    assertThatThrownBy(() -> giveBack(fee, 11)).isInstanceOf(IllegalArgumentException.class);
    assertThat(giveBack(fee, 4))
        .extracting(PointsCharges.GivenBack::back, PointsCharges.GivenBack::forfeited)
        .containsExactly(Points.of(4), Points.ZERO);
    assertThatThrownBy(() -> giveBack(fee, 4)).hasStackTraceContaining("ledger_entry_fee_back");
    assertThat(promotions.usable(customer)).isEqualTo(994);
  }

  @Test
  void whatComesBackOfAGrantThatWasReversedIsForfeitedAndNotToldAsGivenBack() {
    MembershipView bought = buy(level(730, "0.00", FeeRefund.PRO_RATA), null);
    promotions.as(
        t -> {
          UUID grant = TestMall.statement(t.em(), t.clock(), customer).get(2).entryId();
          TestMall.reverse(t.em(), t.clock(), customer, grant);
          return null;
        });

    MembershipView ended = end(bought);

    assertThat(ended.refunded()).isEqualTo(Points.ZERO);
    assertThat(memberships(customer).get(0).refunded()).isEqualTo(Points.ZERO);
    assertThat(promotions.usable(customer)).isZero();
  }

  private PointsCharges.GivenBack giveBack(UUID fee, long points) {
    return promotions.as(
        t -> TestShop.charges(t.em(), t.clock()).giveBack(fee, Points.of(points), "back"));
  }

  /** What is left in his lots, by their last days. */
  private List<Map.Entry<LocalDate, Long>> lots() {
    return usableLots().stream().map(Map.Entry::getValue).toList();
  }

  private List<Map.Entry<LotSource, Map.Entry<LocalDate, Long>>> usableLots() {
    return promotions.as(
        t ->
            TestMall.points(t.em(), t.clock(), customer).lots().stream()
                .filter(lot -> !lot.expired() && !lot.remaining().isZero())
                .map(
                    lot ->
                        Map.entry(
                            lot.source(), Map.entry(lot.expiresOn(), lot.remaining().amount())))
                .toList());
  }

  private UUID account(String amount) {
    return account(customer, AccountType.I, amount);
  }

  private UUID account(UUID who, AccountType type, String amount) {
    return promotions.as(t -> t.shop().account(who, type, amount));
  }

  private Money balance(UUID account) {
    return promotions.as(t -> t.shop().balance(account));
  }

  private LevelView level(long points, String cash, FeeRefund refund) {
    return level(points, Money.cny(cash), refund);
  }

  private LevelView level(long points, Money cash, FeeRefund refund) {
    return level("钻石卡", points, cash, refund);
  }

  private LevelView level(String name, long points, Money cash, FeeRefund refund) {
    CreateLevel command =
        new CreateLevel(
            PromotionsFixture.code("M"), name, rank++, Points.of(points), cash, 12, refund);
    return promotions.as(t -> t.benefits().createLevel(command));
  }

  private MembershipView buy(LevelView level, UUID account) {
    return buy(customer, level, account);
  }

  private MembershipView buy(UUID who, LevelView level, UUID account) {
    return promotions.buyLevel(who, level, account);
  }

  private MembershipView end(MembershipView membership) {
    return promotions.endLevel(membership);
  }

  private List<MembershipView> memberships(UUID who) {
    return promotions.as(t -> t.benefits().memberships(who));
  }

  private static void refused(ErrorCode error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo(error.code()));
  }

  private static List<Boolean> atOnce(Callable<?> one, Callable<?> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<Boolean>> both =
          List.of(one, other).stream().map(work -> threads.submit(() -> did(start, work))).toList();
      return List.of(both.get(0).get(), both.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean did(CyclicBarrier start, Callable<?> work) throws Exception {
    start.await();
    try {
      work.call();
      return true;
    } catch (HeyiException | OptimisticLockException e) {
      // The facade's interceptor tells the second that the version has moved on.
      return false;
    }
  }
}
