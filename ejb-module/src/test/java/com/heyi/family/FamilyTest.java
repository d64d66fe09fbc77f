package com.heyi.family;

import static com.heyi.family.Home.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.MovementView;
import com.heyi.family.internal.AChildIsUnderEighteen;
import com.heyi.family.internal.ATaskOrAllowanceKeepsItsMovement;
import com.heyi.family.internal.Allowances;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.value.Money;
import com.heyi.testing.AtOnce;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {
  private final Home home = new Home();
  private UUID mother;
  private UUID child;
  private UUID purse;
  private UUID piggyBank;
  private UUID household;

  @BeforeEach
  void aMotherAndHerChild() {
    mother = home.person("1985-05-01");
    child = home.person("2014-08-20");
    purse = home.fundedAccount(mother, "1000.00");
    piggyBank = home.account(child);
    HouseholdView founded = home.does(f -> f.found(new FoundHousehold(mother, "张家")));
    household = founded.id();
    add(founded.version(), child, MemberRole.CHILD);
  }

  @Test
  void aHouseholdShowsWhoBelongsToIt() {
    HouseholdView view = home.does(f -> f.ofCustomer(child));

    assertThat(view.id()).isEqualTo(household);
    assertThat(view.members())
        .extracting(HouseholdView.Member::role)
        .containsExactly(MemberRole.GUARDIAN, MemberRole.CHILD);
    assertThat(view.members().get(1).age()).isEqualTo(11);
  }

  @Test
  void whoMayJoinDependsOnAgeAndOnBelongingNowhereElse() {
    UUID minor = home.person("2010-01-01");
    UUID adult = home.person("1990-01-01");
    UUID ageless = home.person(null);
    long version = view().version();

    refused(() -> add(version, minor, MemberRole.GUARDIAN), FamilyError.GUARDIAN_MINOR);
    refused(() -> add(version, adult, MemberRole.CHILD), FamilyError.CHILD_OF_AGE);
    refused(() -> add(version, ageless, MemberRole.CHILD), FamilyError.AGE_UNKNOWN);
    refused(() -> add(version, child, MemberRole.CHILD), FamilyError.ELSEWHERE);
    refused(() -> add(version - 1, minor, MemberRole.CHILD), CommonError.VERSION_MOVED);
    refused(() -> add(version, home.foreign, MemberRole.GUARDIAN), CommonError.OTHER_BRANCH);
    refused(
        () -> home.does(f -> f.found(new FoundHousehold(minor, "小家"))), FamilyError.GUARDIAN_MINOR);
  }

  @Test
  void onlyAGuardianDecides() {
    refused(() -> start(child, Rhythm.WEEKLY, 1, "2026-03-02", null), FamilyError.NOT_GUARDIAN);
    refused(
        () ->
            home.does(
                f ->
                    f.setSpendingLimit(
                        new SetSpendingLimit(household, child, child, cny("1"), cny("1")))),
        FamilyError.NOT_GUARDIAN);
  }

  @Test
  void theLastGuardianStaysWhileThereAreChildren() {
    refused(() -> remove(mother), FamilyError.LAST_GUARDIAN);
    remove(child);
    assertThat(remove(mother).members()).isEmpty();
  }

  @Test
  void anAllowanceIsPaidOnItsDayAndOnce() {
    start(mother, Rhythm.WEEKLY, 5, "2026-03-02", null);
    home.todayIs("2026-03-05");
    home.hourlyRun();
    assertThat(home.balance(piggyBank)).isEqualTo(cny("0"));

    home.itIs("2026-03-05T16:00:00Z");
    home.hourlyRun();
    home.hourlyRun();

    assertThat(home.balance(piggyBank)).isEqualTo(cny("20.00"));
    HouseholdView.Allowance allowance = view().allowances().get(0);
    assertThat(allowance.lastPaidOn()).isEqualTo(LocalDate.of(2026, 3, 6));
    assertThat(allowance.nextOn()).isEqualTo(LocalDate.of(2026, 3, 13));
  }

  @Test
  void runsThatWereMissedAreCaughtUpEachOnceNeverTwice() {
    start(mother, Rhythm.WEEKLY, 5, "2026-03-02", null);

    home.todayIs("2026-03-21");
    home.hourlyRun();
    home.hourlyRun();

    assertThat(home.balance(piggyBank)).isEqualTo(cny("60.00"));
  }

  @Test
  void twoRunsAtOncePayOnce() throws Exception {
    start(mother, Rhythm.WEEKLY, 1, "2026-03-02", null);
    List<Callable<Object>> runs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      runs.add(
          () -> {
            home.hourlyRun();
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      for (Future<Object> run : threads.invokeAll(runs)) {
        run.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(home.balance(piggyBank)).isEqualTo(cny("20.00"));
  }

  @ParameterizedTest(name = "{0} on {1} from {2}: {3}")
  @CsvSource({
    "MONTHLY, 31, 2026-01-31, 2026-01-31",
    "MONTHLY, 31, 2026-02-01, 2026-02-28",
    "MONTHLY, 31, 2028-02-01, 2028-02-29",
    "MONTHLY, 30, 2026-03-31, 2026-04-30",
    "MONTHLY, 1, 2026-12-02, 2027-01-01",
    "MONTHLY, 29, 2027-02-28, 2027-02-28",
    "WEEKLY, 1, 2026-03-02, 2026-03-02",
    "WEEKLY, 7, 2026-12-28, 2027-01-03"
  })
  void theNextDayIs(Rhythm rhythm, int on, LocalDate from, LocalDate next) {
    assertThat(rhythm.onOrAfter(from, on)).isEqualTo(next);
  }

  @Test
  void anAllowanceEndsWithItsLastDay() {
    start(mother, Rhythm.WEEKLY, 1, "2026-03-02", "2026-03-09");

    home.todayIs("2026-04-30");
    home.hourlyRun();

    assertThat(home.balance(piggyBank)).isEqualTo(cny("40.00"));
    assertThat(view().allowances().get(0).active()).isFalse();
  }

  @Test
  void anAllowanceThatCannotBePaidIsToldToTheGuardiansAndTheNextIsTriedAgain() {
    home.spends(purse, "990.00");
    start(mother, Rhythm.WEEKLY, 1, "2026-03-02", null);

    home.hourlyRun();

    assertThat(view().notices())
        .extracting(HouseholdView.Notice::kind, HouseholdView.Notice::code)
        .containsExactly(tuple(NoticeKind.ALLOWANCE_FAILED, DepositsError.INSUFFICIENT.code()));
    HouseholdView.Allowance allowance = view().allowances().get(0);
    assertThat(allowance.lastError()).isEqualTo(DepositsError.INSUFFICIENT.code());
    assertThat(allowance.nextOn()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(home.trailOf("allowance.fail", "household:" + household))
        .extracting(Change::field, Change::before, Change::after)
        .contains(
            tuple("error", null, DepositsError.INSUFFICIENT.code()),
            tuple("nextOn", "2026-03-02", "2026-03-09"));
  }

  @Test
  void aStoppedAllowanceIsPaidNoMore() {
    HouseholdView.Allowance allowance =
        start(mother, Rhythm.WEEKLY, 5, "2026-03-02", null).allowances().get(0);
    StopAllowance stop = new StopAllowance(household, allowance.id(), allowance.version(), mother);
    home.does(f -> f.stopAllowance(stop));

    home.todayIs("2026-03-30");
    home.hourlyRun();

    assertThat(home.balance(piggyBank)).isEqualTo(cny("0"));
    refused(
        () ->
            home.does(
                f ->
                    f.stopAllowance(
                        new StopAllowance(
                            household, allowance.id(), allowance.version() + 1, mother))),
        FamilyError.STOPPED);
  }

  @Test
  void moneyComesFromTheGuardiansAccountAndGoesToTheChilds() {
    UUID strangers = home.account(home.person("1970-01-01"));
    refused(
        () ->
            home.does(
                f ->
                    f.startAllowance(
                        new StartAllowance(
                            household,
                            mother,
                            child,
                            AllowanceKind.POCKET_MONEY,
                            strangers,
                            piggyBank,
                            cny("20"),
                            Rhythm.WEEKLY,
                            1,
                            LocalDate.of(2026, 3, 2),
                            null))),
        FamilyError.NOT_HIS_ACCOUNT);
  }

  @Test
  void theRewardMovesWhenAGuardianApprovesAndNotBefore() {
    HouseholdView.Task task = set("洗碗一周", "15.00");
    home.does(f -> f.markTaskDone(new MarkTaskDone(household, task.id(), task.version(), child)));
    assertThat(home.balance(piggyBank)).isEqualTo(cny("0"));

    HouseholdView approved = decide(task, 1, TaskDecision.APPROVE);

    assertThat(home.balance(piggyBank)).isEqualTo(cny("15.00"));
    assertThat(approved.tasks().get(0).status()).isEqualTo(TaskStatus.APPROVED);
    assertThat(approved.tasks().get(0).movementId()).isNotNull();
    refused(() -> decide(task, 1, TaskDecision.APPROVE), CommonError.VERSION_MOVED);
    refused(
        () ->
            decide(task, approved.tasks().get(0).version() - task.version(), TaskDecision.APPROVE),
        FamilyError.TASK_STATUS);
  }

  @Test
  void whatATaskOrAnAllowanceHasPaidBelongsToItAndARedPacketToNobody() {
    HouseholdView.Task task = set("洗碗一周", "15.00");
    home.does(f -> f.markTaskDone(new MarkTaskDone(household, task.id(), task.version(), child)));
    UUID reward = decide(task, 1, TaskDecision.APPROVE).tasks().get(0).movementId();
    UUID allowance = start(mother, Rhythm.WEEKLY, 1, "2026-03-02", null).allowances().get(0).id();
    UUID paid =
        home.<UUID>as(tools -> tools.allowances().pay(allowance).orElseThrow().movementId());
    UUID given = home.transfers(purse, piggyBank, "1.00").movementId();

    Set<UUID> owned =
        TestDatabase.get()
            .inTransaction(
                em -> new ATaskOrAllowanceKeepsItsMovement(em).own(List.of(reward, paid, given)));

    assertThat(owned).containsExactlyInAnyOrder(reward, paid);
  }

  @Test
  void aTaskThatIsOpenIsShownHoweverManyLaterOnesAreOver() {
    HouseholdView.Task open = set("练字一年", "15.00");
    home.todayIs("2026-03-03");
    for (int i = 0; i < 50; i++) {
      HouseholdView.Task over =
          home
              .does(
                  f ->
                      f.setTask(
                          new SetTask(household, mother, child, "洗碗", cny("1"), purse, piggyBank)))
              .tasks()
              .stream()
              .filter(one -> one.title().equals("洗碗") && one.status() == TaskStatus.SET)
              .findFirst()
              .orElseThrow();
      decide(over, 0, TaskDecision.CANCEL);
    }

    assertThat(view().tasks()).hasSize(50);
    assertThat(view().tasks().get(0).id()).isEqualTo(open.id());
    assertThat(view().tasks().get(1).status()).isEqualTo(TaskStatus.CANCELLED);
    Set<UUID> shown =
        view().tasks().stream().map(HouseholdView.Task::id).collect(Collectors.toSet());
    Page<HouseholdView.Task> last = tasks(PageRequest.at(50, 50, null, Map.of()));
    assertThat(last.total()).as("each can be paged to").isEqualTo(51);
    assertThat(last.items()).extracting(HouseholdView.Task::id).containsExactly(open.id());
    Page<HouseholdView.Task> over =
        tasks(PageRequest.at(0, 200, Sort.ascending("setAt"), Map.of("status", "CANCELLED")));
    assertThat(over.items()).hasSize(50).noneMatch(one -> one.id().equals(open.id()));
    assertThat(over.items()).anyMatch(one -> !shown.contains(one.id()));
    assertThat(tasks(PageRequest.at(0, 50, null, Map.of("child", mother.toString()))).items())
        .isEmpty();
  }

  private Page<HouseholdView.Task> tasks(PageRequest request) {
    return home.as(tools -> tools.family().tasks(household, request));
  }

  @Test
  void aTaskThatIsNotDoneYetGoesBackToTheChild() {
    HouseholdView.Task task = set("整理房间", "5.00");
    refused(() -> decide(task, 0, TaskDecision.APPROVE), FamilyError.TASK_STATUS);
    home.does(f -> f.markTaskDone(new MarkTaskDone(household, task.id(), task.version(), child)));

    HouseholdView back = decide(task, 1, TaskDecision.RETURN);

    assertThat(back.tasks().get(0).status()).isEqualTo(TaskStatus.SET);
  }

  @Test
  void aRewardThatCannotBePaidLeavesTheTaskDone() {
    HouseholdView.Task task = set("学钢琴一年", "5000.00");
    home.does(f -> f.markTaskDone(new MarkTaskDone(household, task.id(), task.version(), child)));

    refused(() -> decide(task, 1, TaskDecision.APPROVE), DepositsError.INSUFFICIENT);

    assertThat(view().tasks().get(0).status()).isEqualTo(TaskStatus.DONE);
  }

  @Test
  void aChildPaysNoMoreThanAllowedAndTheGuardiansAreTold() {
    UUID pocket = home.fundedAccount(child, "100.00");
    UUID other = home.fundedAccount(child, "100.00");
    limit("20.00", "30.00");
    home.spends(pocket, "20.00");

    refused(() -> home.spends(pocket, "20.01"), FamilyError.LIMIT_PAYMENT);
    HeyiException day = refused(() -> home.spends(other, "10.01"), FamilyError.LIMIT_DAY);

    assertThat(day.args().get(1)).isEqualTo(cny("20.00").amount());
    home.spends(other, "10.00");
    assertThat(view().notices())
        .extracting(HouseholdView.Notice::amount)
        .containsExactlyInAnyOrder(cny("20.01"), cny("10.01"));
    home.todayIs("2026-03-03");
    home.spends(pocket, "20.00");
  }

  @ParameterizedTest(name = "from type {0} into type {1}")
  @CsvSource({"I, II", "I, III", "II, III", "III, II", "II, I", "II, II"})
  void whatAChildSavesInAnotherAccountOfItsOwnIsNoSpending(AccountType from, AccountType to) {
    UUID bound = home.account(child);
    UUID pocket = from == AccountType.I ? bound : home.account(child, from);
    UUID piggy = to == AccountType.I ? bound : home.account(child, to);
    home.transfers(purse, pocket, "200.00");
    limit("20.00", "20.00");
    HouseholdView.Goal goal =
        home.does(f -> f.setGoal(new SetGoal(household, child, child, piggy, "自行车", cny("400"))))
            .goals()
            .get(0);

    home.does(f -> f.payIntoGoal(new PayIntoGoal(household, goal.id(), child, pocket, cny("50"))));
    MovementView wrong = home.transfers(pocket, piggy, "30.00");

    home.spends(pocket, "15.00");
    home.takesBack(wrong);
    refused(() -> home.spends(pocket, "5.01"), FamilyError.LIMIT_DAY);
    home.spends(pocket, "5.00");
    assertThat(home.balance(piggy)).isEqualTo(cny("50.00"));
  }

  @Test
  void ofManyPaymentsAtOnceFromTwoAccountsTheDaysLimitHolds() throws Exception {
    UUID one = home.fundedAccount(child, "100.00");
    UUID two = home.fundedAccount(child, "100.00");
    limit("10.00", "30.00");
    List<Callable<Boolean>> payments = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      UUID account = i % 2 == 0 ? one : two;
      payments.add(
          () -> {
            try {
              home.spends(account, "10.00");
              return true;
            } catch (HeyiException e) {
              assertThat(e.error()).isEqualTo(FamilyError.LIMIT_DAY);
              return false;
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(5);
    int paid = 0;
    try {
      for (Future<Boolean> payment : threads.invokeAll(payments)) {
        paid += payment.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
    }

    assertThat(paid).isEqualTo(3);
  }

  @ParameterizedTest(name = "born {0}, on {1} a child: {2}")
  @CsvSource({
    "2008-08-20, 2026-08-19, true",
    "2008-08-20, 2026-08-20, false",
    "2008-02-29, 2026-02-28, true",
    "2008-02-29, 2026-03-01, false",
    "2008-12-31, 2026-12-30, true"
  })
  void childhoodEndsOnTheEighteenthBirthday(LocalDate born, LocalDate today, boolean isChild) {
    assertThat(AChildIsUnderEighteen.holds(born, today)).isEqualTo(isChild);
  }

  @Test
  void guardianshipEndsOnTheDayEvenBeforeTheRunAndTheRunTidiesUp() {
    UUID pocket = home.fundedAccount(child, "100.00");
    limit("1.00", "1.00");
    start(mother, Rhythm.MONTHLY, 20, "2032-08-20", null);
    HouseholdView.Task task = set("最后一项", "1.00");
    home.itIs("2032-08-19T15:59:59Z");
    refused(() -> home.spends(pocket, "2.00"), FamilyError.LIMIT_PAYMENT);

    home.itIs("2032-08-19T16:00:00Z");

    home.spends(pocket, "2.00");
    refused(() -> start(mother, Rhythm.WEEKLY, 1, "2032-08-20", null), FamilyError.NOT_CHILD);
    Money before = home.balance(piggyBank);
    home.hourlyRun();
    HouseholdView view = home.does(f -> f.view(household));
    assertThat(view.members()).extracting(HouseholdView.Member::customerId).containsExactly(mother);
    assertThat(view.allowances().get(0).active()).isFalse();
    assertThat(view.tasks().get(0).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(view.notices().get(0).kind()).isEqualTo(NoticeKind.CAME_OF_AGE);
    assertThat(home.trailOf("guardianship.end", "customer:" + child))
        .extracting(Change::field, Change::after)
        .contains(tuple("leftOn", "2032-08-20"));
    assertThat(home.balance(piggyBank)).isEqualTo(before);
    assertThat(task.status()).isEqualTo(TaskStatus.SET);
  }

  @Test
  void aRedPacketStaysInTheFamily() {
    home.does(
        f ->
            f.giveRedPacket(
                new GiveRedPacket(
                    household, mother, child, purse, piggyBank, cny("88.88"), "生日快乐")));
    assertThat(home.balance(piggyBank)).isEqualTo(cny("88.88"));
    UUID stranger = home.person("1970-01-01");
    UUID strangers = home.account(stranger);

    refused(
        () ->
            home.does(
                f ->
                    f.giveRedPacket(
                        new GiveRedPacket(
                            household, mother, stranger, purse, strangers, cny("1"), null))),
        FamilyError.NOT_MEMBER);
  }

  @Test
  void aPiggyBankShowsHowFarItsGoalIs() {
    SetGoal goal = new SetGoal(household, child, child, piggyBank, "自行车", cny("400.00"));
    home.does(f -> f.setGoal(goal));
    home.does(
        f ->
            f.giveRedPacket(
                new GiveRedPacket(
                    household, mother, child, purse, piggyBank, cny("100.00"), null)));

    HouseholdView.Goal set = view().goals().get(0);

    assertThat(set.percent()).isEqualTo(25);
    assertThat(set.saved()).isEqualTo(cny("100.00"));
    GiveUpGoal giveUp = new GiveUpGoal(household, set.id(), set.version(), mother);
    assertThat(home.does(f -> f.giveUpGoal(giveUp)).goals()).isEmpty();
  }

  @Test
  void anAccountHasOneGoalUntilItIsGivenUpEvenWhenTwoSetOneAtOnce() throws Exception {
    SetGoal bicycle = new SetGoal(household, child, child, piggyBank, "自行车", cny("400.00"));
    SetGoal guitar = new SetGoal(household, mother, child, piggyBank, "吉他", cny("300.00"));

    List<ErrorCode> answers =
        AtOnce.all(
            List.of(bicycle, guitar).stream()
                .map(
                    goal ->
                        (Callable<ErrorCode>)
                            () -> {
                              HeyiException e =
                                  catchThrowableOfType(
                                      HeyiException.class, () -> home.does(f -> f.setGoal(goal)));
                              return e == null ? null : e.error();
                            })
                .toList());

    assertThat(answers).containsExactlyInAnyOrder(null, FamilyError.GOAL_THERE);
    HouseholdView.Goal set = view().goals().get(0);
    home.does(f -> f.giveUpGoal(new GiveUpGoal(household, set.id(), set.version(), child)));
    assertThat(home.does(f -> f.setGoal(guitar)).goals()).hasSize(1);
  }

  @Test
  void goalsThatWereSetOnOneAccountBeforeShareWhatLiesThereInTheirOrder() {
    UUID other = home.account(child);
    home.does(f -> f.setGoal(new SetGoal(household, child, child, piggyBank, "书", cny("40.00"))));
    home.todayIs("2026-03-03");
    home.does(f -> f.setGoal(new SetGoal(household, child, child, other, "琴", cny("100.00"))));
    TestDatabase.get()
        .change("update family.goal set account_id = ? where account_id = ?", piggyBank, other);

    home.transfers(purse, piggyBank, "30.00");
    assertThat(saved()).containsExactly(cny("0.00"), cny("30.00"));
    home.transfers(purse, piggyBank, "35.00");
    assertThat(saved()).containsExactly(cny("25.00"), cny("40.00"));
    home.transfers(purse, piggyBank, "100.00");
    assertThat(saved()).containsExactly(cny("125.00"), cny("40.00"));
  }

  /** What is saved for each goal, the latest first. */
  private List<Money> saved() {
    return view().goals().stream().map(HouseholdView.Goal::saved).toList();
  }

  @Test
  void whoHasLeftIsSeenNoMoreByThoseWhoWereHisGuardians() {
    limit("10.00", "30.00");
    home.does(
        f -> f.setGoal(new SetGoal(household, child, child, piggyBank, "自行车", cny("400.00"))));
    HouseholdView left = remove(child);
    assertThat(left.goals()).isEmpty();
    assertThat(left.limits()).isEmpty();

    UUID father = home.person("1983-01-01");
    HouseholdView other = home.does(f -> f.found(new FoundHousehold(father, "李家")));
    HouseholdView joined =
        home.does(
            f ->
                f.addMember(
                    new AddMember(other.id(), other.version(), father, child, MemberRole.CHILD)));

    assertThat(joined.goals()).isEmpty();
    assertThat(view().goals()).isEmpty();
    assertThat(view().limits()).isEmpty();
    add(view().version(), home.person("2015-01-01"), MemberRole.CHILD);
    assertThat(view().goals()).isEmpty();
  }

  @Test
  void whoHasLeftIsBoundNoMoreByThoseWhoWereHisGuardiansNorAreTheyToldOfHim() {
    UUID pocket = home.fundedAccount(child, "100.00");
    limit("10.00", "10.00");
    remove(child);
    home.spends(pocket, "20.00");

    UUID father = home.person("1983-01-01");
    HouseholdView other = home.does(f -> f.found(new FoundHousehold(father, "李家")));
    home.does(
        f ->
            f.addMember(
                new AddMember(other.id(), other.version(), father, child, MemberRole.CHILD)));
    home.spends(pocket, "20.00");
    refused(() -> home.spends(pocket, "60.01"), DepositsError.INSUFFICIENT);

    assertThat(view().notices()).isEmpty();
    assertThat(home.told(mother)).isEmpty();
    assertThat(home.told(father)).hasSize(1);
    home.does(
        f ->
            f.setSpendingLimit(
                new SetSpendingLimit(other.id(), father, child, cny("5"), cny("5"))));
    refused(() -> home.spends(pocket, "5.01"), FamilyError.LIMIT_PAYMENT);
    assertThat(home.told(mother)).isEmpty();
    assertThat(home.told(father)).hasSize(2);
  }

  @Test
  void aLimitBoundsWhatAChildPaysUnderAMergedRecordAndNotWhatItSavesThere() {
    UUID pocket = home.fundedAccount(child, "100.00");
    UUID other = home.fundedAccount(home.mergedInto(child), "100.00");
    UUID third = home.account(home.mergedInto(child));
    limit("10.00", "15.00");

    refused(() -> home.spends(other, "10.01"), FamilyError.LIMIT_PAYMENT);
    assertThat(view().notices())
        .singleElement()
        .extracting(HouseholdView.Notice::childId)
        .isEqualTo(child);
    home.transfers(pocket, other, "50.00");
    home.transfers(other, third, "50.00");
    home.spends(pocket, "10.00");
    refused(() -> home.spends(third, "5.01"), FamilyError.LIMIT_DAY);
    home.spends(third, "5.00");
  }

  @Test
  void aChildWhoComesBackIsBoundAnewOnlyWhenAGuardianSaysSo() {
    UUID pocket = home.fundedAccount(child, "100.00");
    limit("10.00", "10.00");
    remove(child);
    add(view().version(), child, MemberRole.CHILD);

    home.spends(pocket, "20.00");
    assertThat(view().limits()).isEmpty();

    limit("10.00", "10.00");
    refused(() -> home.spends(pocket, "10.01"), FamilyError.LIMIT_PAYMENT);
  }

  @Test
  void aChildWhoComesBackFindsHisGoalsGivenUp() {
    home.does(
        f -> f.setGoal(new SetGoal(household, child, child, piggyBank, "自行车", cny("400.00"))));
    remove(child);

    HouseholdView back = add(view().version(), child, MemberRole.CHILD);

    assertThat(back.goals()).isEmpty();
  }

  @Test
  void theGuardianshipOfOneWhoHasLeftIsEndedInSilence() {
    remove(child);

    assertThat(endGuardianship()).isFalse();

    assertThat(view().notices()).isEmpty();
  }

  @Test
  void aGuardianshipEndsOnceForTwoNodes() {
    home.todayIs("2032-08-20");

    assertThat(endGuardianship()).isTrue();
    assertThat(endGuardianship()).isFalse();

    assertThat(view().notices())
        .extracting(HouseholdView.Notice::kind)
        .containsExactly(NoticeKind.CAME_OF_AGE);
  }

  @Test
  void theFailureOfAnAllowanceIsNotedOnce() {
    UUID allowance = start(mother, Rhythm.WEEKLY, 1, "2026-03-02", null).allowances().get(0).id();
    HeyiException why = new HeyiException(DepositsError.INSUFFICIENT);

    assertThat(failed(allowance, why)).isEqualTo(Allowances.Failure.GIVEN_UP);
    assertThat(failed(allowance, why)).isEqualTo(Allowances.Failure.NOT_DUE);

    assertThat(view().notices()).hasSize(1);
  }

  private boolean endGuardianship() {
    return home.<Boolean>as(tools -> tools.families().endGuardianship(child));
  }

  private Allowances.Failure failed(UUID allowance, HeyiException why) {
    return home.<Allowances.Failure>as(tools -> tools.allowances().failed(allowance, why));
  }

  private HouseholdView view() {
    return home.does(f -> f.view(household));
  }

  private HouseholdView add(long version, UUID customer, MemberRole role) {
    return home.does(f -> f.addMember(new AddMember(household, version, mother, customer, role)));
  }

  private HouseholdView remove(UUID customer) {
    long version = view().version();
    return home.does(f -> f.removeMember(new RemoveMember(household, version, mother, customer)));
  }

  private HouseholdView start(UUID guardian, Rhythm rhythm, int day, String from, String until) {
    return home.does(
        f ->
            f.startAllowance(
                new StartAllowance(
                    household,
                    guardian,
                    child,
                    AllowanceKind.POCKET_MONEY,
                    purse,
                    piggyBank,
                    cny("20.00"),
                    rhythm,
                    day,
                    LocalDate.parse(from),
                    until == null ? null : LocalDate.parse(until))));
  }

  private HouseholdView.Task set(String title, String reward) {
    return home.does(
            f ->
                f.setTask(
                    new SetTask(household, mother, child, title, cny(reward), purse, piggyBank)))
        .tasks()
        .get(0);
  }

  private HouseholdView decide(HouseholdView.Task task, long later, TaskDecision decision) {
    return home.does(
        f ->
            f.decideTask(
                new DecideTask(household, task.id(), task.version() + later, mother, decision)));
  }

  private void limit(String atOnce, String aDay) {
    home.does(
        f ->
            f.setSpendingLimit(
                new SetSpendingLimit(household, mother, child, cny(atOnce), cny(aDay))));
  }

  private static HeyiException refused(ThrowingCallable call, ErrorCode code) {
    HeyiException error = catchThrowableOfType(HeyiException.class, call);
    assertThat(error).isNotNull().extracting(HeyiException::error).isEqualTo(code);
    return error;
  }
}
