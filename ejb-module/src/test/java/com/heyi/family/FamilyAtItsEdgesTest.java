package com.heyi.family;

import static com.heyi.family.Home.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.accounts.AccountType;
import com.heyi.deposits.BookMovement;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.MovementKind;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.CommonError;
import com.heyi.testing.AtOnce;
import jakarta.persistence.OptimisticLockException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules, limits and tasks of a family at midnight, month end, the birthday, and at once. */
class FamilyAtItsEdgesTest {
  private final Home home = new Home();
  private UUID mother;
  private UUID purse;
  private UUID child;
  private UUID piggyBank;
  private UUID household;

  @BeforeEach
  void aMotherAndHerChild() {
    mother = home.person("1985-05-01");
    purse = home.fundedAccount(mother, "1000.00");
    household = home.does(f -> f.found(new FoundHousehold(mother, "孙家"))).id();
    born("2014-08-20");
  }

  private void born(String day) {
    child = home.person(day);
    piggyBank = home.account(child);
    long version = home.does(f -> f.view(household)).version();
    home.does(f -> f.addMember(new AddMember(household, version, mother, child, MemberRole.CHILD)));
  }

  @Test
  void missedMonthEndsArePaidEachForItsOwnDayFromItsMidnightOn() {
    home.todayIs("2028-01-15");
    monthly(31, "2028-01-31");

    home.itIs("2028-04-29T15:59:59.999999Z");
    home.hourlyRun();
    assertThat(home.balance(piggyBank))
        .as("31 January, 29 February, 31 March")
        .isEqualTo(cny("60"));

    home.itIs("2028-04-29T16:00:00Z");
    home.hourlyRun();
    home.hourlyRun();

    assertThat(home.balance(piggyBank)).as("and 30 April").isEqualTo(cny("80"));
    HouseholdView.Allowance allowance = home.does(f -> f.view(household)).allowances().get(0);
    assertThat(allowance.lastPaidOn()).isEqualTo(LocalDate.of(2028, 4, 30));
    assertThat(allowance.nextOn()).isEqualTo(LocalDate.of(2028, 5, 31));
  }

  @Test
  void whatALimitOfTheDayStopsInCatchingUpIsPaidOnTheNextDaysEachDayOnce() {
    UUID account = livingOn("100000.00");
    weekly(account, "6000.00");

    home.todayIs("2026-03-16");
    home.hourlyRun();
    home.hourlyRun();
    assertThat(home.balance(piggyBank)).as("2 March").isEqualTo(cny("6000"));
    assertThat(allowance().putOffTo()).isEqualTo(LocalDate.of(2026, 3, 17));
    assertThat(allowance().nextOn()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(home.trailOf("allowance.put-off", "household:" + household))
        .extracting(Change::field, Change::after)
        .contains(
            tuple("error", DepositsError.LIMIT.code()),
            tuple("dueOn", "2026-03-09"),
            tuple("putOffTo", "2026-03-17"));
    home.todayIs("2026-03-17");
    home.hourlyRun();
    home.hourlyRun();
    assertThat(home.balance(piggyBank)).as("and 9 March").isEqualTo(cny("12000"));
    home.todayIs("2026-03-18");
    home.hourlyRun();
    home.hourlyRun();

    assertThat(home.balance(piggyBank)).as("and 16 March").isEqualTo(cny("18000"));
    assertThat(allowance().putOffTo()).isNull();
    assertThat(allowance().nextOn()).isEqualTo(LocalDate.of(2026, 3, 23));
    assertThat(allowance().lastError()).isNull();
    assertThat(home.does(f -> f.view(household)).notices()).isEmpty();
  }

  @Test
  void whatALimitOfTheDayStopsForAWeekIsGivenUpAndTold() {
    UUID account = livingOn("100000.00");
    weekly(account, "6000.00");
    LocalDate monday = LocalDate.of(2026, 3, 2);
    for (LocalDate day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
      home.todayIs(day.toString());
      home.spends(account, "5000.00");
      home.hourlyRun();
      home.hourlyRun();
      assertThat(home.does(f -> f.view(household)).notices()).as("on %s", day).isEmpty();
    }

    home.todayIs("2026-03-09");
    home.spends(account, "5000.00");
    home.hourlyRun();

    assertThat(home.does(f -> f.view(household)).notices())
        .extracting(HouseholdView.Notice::kind, HouseholdView.Notice::code)
        .containsExactly(tuple(NoticeKind.ALLOWANCE_FAILED, DepositsError.LIMIT.code()));
    assertThat(home.balance(piggyBank)).isEqualTo(cny("0"));
    home.todayIs("2026-03-10");
    home.hourlyRun();
    assertThat(home.balance(piggyBank)).as("9 March alone").isEqualTo(cny("6000"));
    assertThat(allowance().nextOn()).isEqualTo(LocalDate.of(2026, 3, 16));
  }

  @Test
  void whatNoDayCouldLetPassIsToldAtOnce() {
    weekly(livingOn("100000.00"), "10000.01");

    home.hourlyRun();

    assertThat(home.does(f -> f.view(household)).notices()).hasSize(1);
    assertThat(allowance().putOffTo()).isNull();
    assertThat(allowance().nextOn()).isEqualTo(LocalDate.of(2026, 3, 9));
  }

  /** An account of type II of the mother's with so much in it, of which nothing counts today. */
  private UUID livingOn(String amount) {
    UUID account = home.account(mother, AccountType.II);
    home.transfers(home.fundedAccount(mother, amount), account, amount);
    return account;
  }

  private HouseholdView.Allowance allowance() {
    return home.does(f -> f.view(household)).allowances().get(0);
  }

  private void weekly(UUID account, String amount) {
    home.does(
        f ->
            f.startAllowance(
                new StartAllowance(
                    household,
                    mother,
                    child,
                    AllowanceKind.LIVING,
                    account,
                    piggyBank,
                    cny(amount),
                    Rhythm.WEEKLY,
                    1,
                    LocalDate.of(2026, 3, 2),
                    null)));
  }

  @Test
  void ofSeveralNodesThatCatchUpAtOnceEachDayIsPaidOnce() throws Exception {
    monthly(31, "2026-03-31");
    home.todayIs("2026-06-30");
    List<Callable<Boolean>> nodes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      nodes.add(
          () -> {
            home.hourlyRun();
            return true;
          });
    }

    AtOnce.all(nodes);

    assertThat(home.balance(piggyBank)).isEqualTo(cny("80"));
  }

  @ParameterizedTest(name = "born {0}: of age on {2}")
  @CsvSource({
    "2014-08-20, 2032-08-19, 2032-08-20",
    "2016-02-29, 2034-02-28, 2034-03-01",
    "2010-03-01, 2028-02-29, 2028-03-01",
    "2014-01-01, 2031-12-31, 2032-01-01"
  })
  void whatWasMissedOnTheLastDayOfChildhoodIsPaidOnceAndNothingOfTheBirthday(
      String bornOn, LocalDate last, LocalDate birthday) {
    born(bornOn);
    monthly(last.getDayOfMonth(), last.toString());
    monthly(birthday.getDayOfMonth(), birthday.toString());
    home.itIs(last + "T15:59:59Z");
    assertThat(home.cameOfAge(1000)).doesNotContain(child);

    home.itIs(last + "T16:00:00Z");
    home.hourlyRun();
    home.hourlyRun();

    assertThat(home.balance(piggyBank)).isEqualTo(cny("20"));
    HouseholdView view = home.does(f -> f.view(household));
    assertThat(view.members())
        .extracting(HouseholdView.Member::customerId)
        .doesNotContain(child)
        .contains(mother);
    assertThat(view.allowances()).noneMatch(HouseholdView.Allowance::active);
    home.todayIs(birthday.plusYears(1).toString());
    home.hourlyRun();
    assertThat(home.balance(piggyBank)).isEqualTo(cny("20"));
  }

  @Test
  void theDayOfAChildsSpendingEndsAtTheBanksMidnight() {
    UUID pocket = home.fundedAccount(child, "100.00");
    home.does(
        f ->
            f.setSpendingLimit(
                new SetSpendingLimit(household, mother, child, cny("30"), cny("30"))));
    home.itIs("2026-03-31T15:59:59.999999Z");
    home.spends(pocket, "29.99");
    home.spends(pocket, "0.01");
    assertThat(refusal(() -> home.spends(pocket, "0.01"))).isEqualTo(FamilyError.LIMIT_DAY);

    home.itIs("2026-03-31T16:00:00Z");

    home.spends(pocket, "30.00");
    assertThat(refusal(() -> home.spends(pocket, "0.01"))).isEqualTo(FamilyError.LIMIT_DAY);
  }

  @Test
  void aPaymentThatWaitedPastMidnightIsJudgedByTheDayOnWhichItIsBooked() throws Exception {
    UUID pocket = home.fundedAccount(child, "100.00");
    UUID other = home.fundedAccount(child, "100.00");
    home.does(
        f ->
            f.setSpendingLimit(
                new SetSpendingLimit(household, mother, child, cny("30"), cny("30"))));
    home.itIs("2026-03-31T15:59:59.999999Z");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<ErrorCode> late =
          home.as(
              tools -> {
                tools
                    .ledger()
                    .book(new BookMovement(pocket, MovementKind.SPENDING, cny("20"), "文具店", null));
                Future<ErrorCode> payment =
                    threads.submit(() -> refusal(() -> home.spends(other, "10.01")));
                AtOnce.awaitLockWaiter();
                home.itIs("2026-03-31T16:00:00Z");
                return payment;
              });

      assertThat(late.get()).isEqualTo(FamilyError.LIMIT_DAY);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void ofTwoWhoApproveATaskAtOnceOneIsToldThatItHasMovedOn() throws Exception {
    HouseholdView.Task task =
        home.does(
                f ->
                    f.setTask(
                        new SetTask(household, mother, child, "扫地", cny("15"), purse, piggyBank)))
            .tasks()
            .get(0);
    home.does(f -> f.markTaskDone(new MarkTaskDone(household, task.id(), task.version(), child)));
    DecideTask approval =
        new DecideTask(household, task.id(), task.version() + 1, mother, TaskDecision.APPROVE);
    Callable<ErrorCode> approving =
        () -> {
          try {
            home.does(f -> f.decideTask(approval));
            return null;
          } catch (HeyiException e) {
            return e.error();
          } catch (OptimisticLockException e) {
            // As the door of the facades tells it.
            return CommonError.CONCURRENT_CHANGE;
          }
        };

    List<ErrorCode> answers = AtOnce.all(List.of(approving, approving));

    assertThat(answers).containsOnlyOnce((ErrorCode) null);
    assertThat(answers).containsAnyOf(CommonError.VERSION_MOVED, CommonError.CONCURRENT_CHANGE);
    assertThat(home.balance(piggyBank)).isEqualTo(cny("15"));
  }

  @Test
  void theSameAllowanceStartedFromTwoTabsPaysOnce() throws Exception {
    Callable<ErrorCode> starting =
        () -> {
          try {
            monthly(5, "2026-03-03");
            return null;
          } catch (HeyiException refused) {
            return refused.error();
          }
        };

    assertThat(AtOnce.all(List.of(starting, starting)))
        .containsExactlyInAnyOrder(null, FamilyError.ALLOWANCE_RUNS);
    assertThat(starting.call()).isEqualTo(FamilyError.ALLOWANCE_RUNS);

    home.todayIs("2026-03-05");
    home.hourlyRun();
    assertThat(home.balance(piggyBank)).isEqualTo(cny("20"));
  }

  @Test
  void anotherAllowanceIsStartedOnOtherDaysAfterTheFirstOrWhenThatIsStopped() {
    monthly(5, "2026-03-03", "2026-05-31");
    monthly(6, "2026-03-03");
    monthly(5, "2026-06-01");
    HouseholdView.Allowance last =
        home.does(f -> f.view(household)).allowances().stream()
            .filter(one -> one.onDay() == 5 && one.endsOn() == null)
            .findFirst()
            .orElseThrow();
    assertThat(refusal(() -> monthly(5, "2026-05-31"))).isEqualTo(FamilyError.ALLOWANCE_RUNS);
    home.does(
        f -> f.stopAllowance(new StopAllowance(household, last.id(), last.version(), mother)));
    monthly(5, "2026-06-01");
  }

  @Test
  void whoCameOfAgeIsFoundHoweverManyAreLookedAtAtATime() {
    born("2014-08-20");
    UUID other = child;
    born("2014-08-20");
    UUID young = home.person("2020-01-01");
    long version = home.does(f -> f.view(household)).version();
    home.does(f -> f.addMember(new AddMember(household, version, mother, young, MemberRole.CHILD)));
    home.todayIs("2032-08-20");

    for (int atATime : new int[] {1, 2, 3, 1000}) {
      assertThat(home.cameOfAge(atATime)).contains(child, other).doesNotContain(young);
    }
  }

  @Test
  void anAllowanceIsNotPaidFromTheBirthdayOnEvenWhenNobodyHasEndedTheGuardianship() {
    monthly(19, "2032-08-19");
    monthly(20, "2032-08-20");
    home.todayIs("2032-08-25");
    List<UUID> due =
        home.does(f -> f.view(household)).allowances().stream()
            .map(HouseholdView.Allowance::id)
            .toList();

    for (UUID allowance : due) {
      home.as(tools -> tools.allowances().pay(allowance));
    }

    assertThat(home.balance(piggyBank)).as("19 August").isEqualTo(cny("20"));
    assertThat(home.does(f -> f.view(household)).allowances())
        .noneMatch(HouseholdView.Allowance::active);
  }

  private void monthly(int day, String from) {
    monthly(day, from, null);
  }

  private void monthly(int day, String from, String until) {
    home.does(
        f ->
            f.startAllowance(
                new StartAllowance(
                    household,
                    mother,
                    child,
                    AllowanceKind.LIVING,
                    purse,
                    piggyBank,
                    cny("20"),
                    Rhythm.MONTHLY,
                    day,
                    LocalDate.parse(from),
                    until == null ? null : LocalDate.parse(until))));
  }

  private static ErrorCode refusal(Runnable call) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call::run);
    assertThat(refused).as("refusal").isNotNull();
    return refused.error();
  }
}
