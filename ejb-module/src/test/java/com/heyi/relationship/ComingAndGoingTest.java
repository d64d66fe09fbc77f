package com.heyi.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.deposits.MovementKind;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many customers come, stay and go, from the months in which they did something. */
class ComingAndGoingTest {
  private static final YearMonth FIRST = YearMonth.of(2031, 1);
  private final Clientele bank = new Clientele();

  @BeforeEach
  void nobodyYet() {
    TestDatabase.get()
        .doInTransaction(
            em -> em.createNativeQuery("delete from relationship.activity").executeUpdate());
  }

  @Test
  void aCustomerIsNewThenActiveThenDormantThenLost() {
    UUID customer = bank.customer();
    UUID account = bank.account(customer);
    came(customer, FIRST.atDay(31));
    active(account, FIRST.atDay(31), FIRST.plusMonths(1).atEndOfMonth());
    placedIn(FIRST.plusMonths(30), customer);

    assertThat(how(customer, FIRST)).isEqualTo(LifecycleStatus.NEW);
    assertThat(how(customer, FIRST.plusMonths(1))).isEqualTo(LifecycleStatus.ACTIVE);
    assertThat(how(customer, FIRST.plusMonths(3))).isEqualTo(LifecycleStatus.ACTIVE);
    assertThat(how(customer, FIRST.plusMonths(4))).isEqualTo(LifecycleStatus.DORMANT);
    assertThat(how(customer, FIRST.plusMonths(12))).isEqualTo(LifecycleStatus.DORMANT);
    assertThat(how(customer, FIRST.plusMonths(13))).isEqualTo(LifecycleStatus.LOST);
  }

  @Test
  void aMonthEndsAtTheBanksMidnightAlsoInALeapYear() {
    LocalDate leapDay = LocalDate.of(2032, 2, 29);
    UUID inTime = bank.customer();
    UUID late = bank.customer();
    for (UUID customer : List.of(inTime, late)) {
      came(customer, LocalDate.of(2031, 11, 30));
    }
    bank.nowIs(leapDay, Clientele.LAST_MOMENT);
    bank.pay(bank.account(inTime), MovementKind.CASH_IN, "1.00");
    bank.nowIs(leapDay.plusDays(1), LocalTime.MIDNIGHT);
    bank.pay(bank.account(late), MovementKind.CASH_IN, "1.00");
    placedIn(YearMonth.of(2032, 8), inTime, late);

    // One with a movement is active for that month and the two after it.
    assertThat(how(late, YearMonth.of(2032, 2))).isEqualTo(LifecycleStatus.DORMANT);
    assertThat(how(inTime, YearMonth.of(2032, 2))).isEqualTo(LifecycleStatus.ACTIVE);
    assertThat(how(inTime, YearMonth.of(2032, 5))).isEqualTo(LifecycleStatus.DORMANT);
    assertThat(how(late, YearMonth.of(2032, 5))).isEqualTo(LifecycleStatus.ACTIVE);
  }

  @Test
  void everybodyStandsInExactlyOneFigureOfEachMonthFromHisOwnOn() {
    for (int i = 0; i < 5; i++) {
      UUID customer = bank.customer();
      came(customer, FIRST.plusMonths(i).atDay(1));
      active(bank.account(customer), FIRST.plusMonths(2L * i).atDay(28));
      placedIn(FIRST.plusMonths(30), customer);
    }

    List<FunnelMonth> months =
        bank.as(tools -> tools.retention().funnel(FIRST.minusMonths(1), FIRST.plusMonths(20)));

    assertThat(months).hasSize(22);
    assertThat(months.get(0).total()).isZero();
    for (int i = 0; i < 21; i++) {
      assertThat(months.get(i + 1).total()).isEqualTo(Math.min(5, i + 1));
    }
  }

  @Test
  void aCohortTellsHowManyWereActiveInEachMonthAfter() {
    UUID stays = bank.customer();
    UUID leaves = bank.customer();
    for (UUID customer : List.of(stays, leaves)) {
      came(customer, FIRST.atDay(1));
    }
    active(bank.account(leaves), FIRST.atDay(2));
    active(bank.account(stays), FIRST.atDay(3), FIRST.plusMonths(2).atDay(1));
    placedIn(FIRST.plusMonths(3), stays, leaves);

    List<Cohort> cohorts = bank.as(tools -> tools.retention().cohorts(FIRST, FIRST.plusMonths(2)));

    assertThat(cohorts).containsExactly(new Cohort(FIRST, 2, List.of(2L, 0L, 1L)));
    assertThat(cohorts.get(0).percent(2)).isEqualTo(50);
    FunnelSlice third = new FunnelSlice(FIRST.plusMonths(2), null, FIRST);
    List<FunnelCustomer> who =
        bank.as(tools -> tools.retention().customers(third, PageRequest.first(10)).items());
    assertThat(who).extracting(FunnelCustomer::customerId).containsExactly(stays);
  }

  @Test
  void aBatchThatRunsAgainCountsNobodyTwice() {
    UUID customer = bank.customer();
    came(customer, FIRST.atDay(1));
    active(bank.account(customer), FIRST.atDay(2));
    placedIn(FIRST.plusMonths(1), customer);
    bank.todayIs(FIRST.plusMonths(1).atDay(2));
    bank.place(customer);

    List<FunnelMonth> months =
        bank.as(tools -> tools.retention().funnel(FIRST, FIRST.plusMonths(1)));

    assertThat(months).extracting(FunnelMonth::total).containsExactly(1L, 1L);
  }

  @Test
  void whatDormantAndLostMeanIsSetForTheFutureInTheRightOrder() {
    bank.todayIs(LocalDate.of(2102, 2, 28));
    assertRefused("relationship.lifecycle-past", bank.today(), 3, 12);
    assertRefused("relationship.lifecycle-order", bank.today().plusDays(1), 12, 12);
    LifecycleView set =
        bank.as(
            tools ->
                tools
                    .retention()
                    .define(new SetLifecycle(bank.today().plusDays(1), 2, 6, "零售业务部")));
    assertThat(set.lostAfter()).isEqualTo(6);
    assertRefused("relationship.lifecycle-duplicate", bank.today().plusDays(1), 2, 6);
  }

  @Test
  void tenThousandCustomersAreCountedInLessThanASecond() {
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "insert into relationship.activity (customer_id, month, next_month, cohort,"
                            + " active) select c.id, c.came + m, case when m < 11 then c.came + m +"
                            + " 1 end, c.came, true from (select gen_random_uuid() as id, 24000 +"
                            + " n % 24 as came from generate_series(1, 10127) n) c,"
                            + " generate_series(0, 11) m")
                    .executeUpdate());
    YearMonth last = YearMonth.of(2002, 12);
    long begun = System.nanoTime();

    List<FunnelMonth> months =
        bank.as(tools -> tools.retention().funnel(last.minusMonths(35), last));
    List<Cohort> cohorts = bank.as(tools -> tools.retention().cohorts(last.minusMonths(35), last));

    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf("funnel and cohorts of 10,127 customers: %d ms%n", took.toMillis());
    assertThat(months.get(35).total()).isEqualTo(10_127);
    assertThat(cohorts).hasSize(24);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  private void came(UUID customer, LocalDate day) {
    TestDatabase.get()
        .change(
            "update accounts.customer set registered_at = cast(? as timestamp) at time zone"
                + " 'Asia/Shanghai' where id = ?",
            day.toString(),
            customer);
  }

  private void active(UUID account, LocalDate... days) {
    for (LocalDate day : days) {
      bank.todayIs(day);
      bank.pay(account, MovementKind.CASH_IN, "1.00");
    }
  }

  private void placedIn(YearMonth month, UUID... customers) {
    bank.todayIs(month.atDay(1));
    bank.place(customers);
  }

  private LifecycleStatus how(UUID customer, YearMonth month) {
    for (LifecycleStatus status : LifecycleStatus.values()) {
      FunnelSlice slice = new FunnelSlice(month, status, null);
      boolean his =
          bank.as(
              tools ->
                  tools.retention().customers(slice, PageRequest.first(100)).items().stream()
                      .anyMatch(row -> row.customerId().equals(customer)));
      if (his) {
        return status;
      }
    }
    throw new AssertionError("he is nowhere in " + month);
  }

  private void assertRefused(String code, LocalDate from, int dormant, int lost) {
    assertThatThrownBy(
            () ->
                bank.as(
                    tools -> tools.retention().define(new SetLifecycle(from, dormant, lost, "试"))))
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
