package com.heyi.family;

import static com.heyi.family.Home.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk finds a household, sees what it can pay from, and pays into a goal. */
class FindingAHouseholdTest {
  private final Home home = new Home();
  private final String name = "赵家" + UUID.randomUUID().toString().substring(0, 8);
  private UUID mother;
  private UUID child;
  private UUID purse;
  private UUID piggyBank;
  private HouseholdView household;

  @BeforeEach
  void aMotherAndHerChild() {
    mother = home.person("1985-05-01");
    child = home.person("2014-08-20");
    purse = home.fundedAccount(mother, "1000.00");
    piggyBank = home.account(child);
    HouseholdView founded = home.does(f -> f.found(new FoundHousehold(mother, name)));
    household = joined(founded, child, MemberRole.CHILD);
  }

  @Test
  void itIsFoundByAPartOfItsNameAndByAMember() {
    assertThat(found(Map.of("name", name.substring(1)))).containsExactly(household.id());
    assertThat(found(Map.of("member", "C" + child))).containsExactly(household.id());
    assertThat(found(Map.of("member", "C000000000", "name", name))).isEmpty();
    assertThat(found(Map.of("name", "%"))).isEmpty();
  }

  @Test
  void theListShowsWhoBelongsToItGuardiansFirst() {
    HouseholdRow row = page(Map.of("name", name), 20, null).items().get(0);

    assertThat(row.members())
        .extracting(HouseholdRow.Member::customerId)
        .containsExactly(mother, child);
    assertThat(row.names(MemberRole.CHILD)).hasSize(1);
  }

  @Test
  void whoHasLeftIsNoLongerFoundHere() {
    home.does(
        f -> f.removeMember(new RemoveMember(household.id(), household.version(), mother, child)));

    assertThat(found(Map.of("member", "C" + child))).isEmpty();
    assertThat(page(Map.of("name", name), 20, null).items().get(0).members()).hasSize(1);
  }

  @Test
  void theListGoesOnByCursor() {
    UUID other = home.person("1980-02-29");
    HouseholdView second = home.does(f -> f.found(new FoundHousehold(other, name)));

    Page<HouseholdRow> first = page(Map.of("name", name), 1, null);
    Page<HouseholdRow> next = page(Map.of("name", name), 1, first.nextCursor());

    assertThat(List.of(first.items().get(0).id(), next.items().get(0).id()))
        .containsExactlyInAnyOrder(household.id(), second.id());
    assertThat(next.nextCursor()).isNull();
  }

  @Test
  void aMemberShowsTheAccountsThatTheFamilyMayPayFrom() {
    assertThat(member(mother).accounts())
        .extracting(HouseholdView.Account::id)
        .containsExactly(purse);
    assertThat(member(child).accounts())
        .extracting(HouseholdView.Account::id)
        .containsExactly(piggyBank);
  }

  @Test
  void anAllowanceShowsTheNextDaysOfShortMonthsAndNoneAfterItsEnd() {
    home.todayIs("2028-01-30");
    allowance("2028-01-31", null);
    allowance("2028-01-31", "2028-02-29");
    allowance("2028-01-31", "2028-02-28");

    assertThat(view().allowances())
        .extracting(HouseholdView.Allowance::upcoming)
        .containsExactlyInAnyOrder(
            days("2028-01-31", "2028-02-29", "2028-03-31"),
            days("2028-01-31", "2028-02-29"),
            days("2028-01-31"));
  }

  @Test
  void aGuardianPaysIntoAGoalAndItsProgressShows() {
    UUID goal = goal();

    HouseholdView.Goal reached = payIn(goal, mother, purse, "33.34").goals().get(0);

    assertThat(reached.accountId()).isEqualTo(piggyBank);
    assertThat(reached.saved()).isEqualTo(cny("33.34"));
    assertThat(reached.percent()).isEqualTo(33);
    assertThat(payIn(goal, mother, purse, "66.66").goals().get(0).percent()).isEqualTo(100);
    assertThat(home.balance(purse)).isEqualTo(cny("900.00"));
  }

  @Test
  void theChildPaysInFromAnotherAccountOfItsOwn() {
    UUID goal = goal();
    UUID pocket = home.fundedAccount(child, "5.00");

    assertThat(payIn(goal, child, pocket, "5.00").goals().get(0).saved()).isEqualTo(cny("5.00"));
    refused(() -> payIn(goal, child, pocket, "0.01"), DepositsError.INSUFFICIENT);
  }

  @Test
  void nobodyPaysInFromAStrangersAccountOrFromTheGoalItself() {
    UUID goal = goal();
    UUID father = home.person("1983-01-01");
    UUID fathers = home.fundedAccount(father, "10.00");

    refused(() -> payIn(goal, mother, fathers, "1.00"), FamilyError.NOT_HIS_ACCOUNT);
    refused(() -> payIn(goal, father, fathers, "1.00"), FamilyError.NOT_GUARDIAN);
    assertThat(field(() -> payIn(goal, child, piggyBank, "1.00")))
        .isEqualTo(FamilyError.SAME_ACCOUNT.code());
    assertThat(field(() -> payIn(goal, mother, purse, "0.00")))
        .isEqualTo(FamilyError.AMOUNT.code());
    assertThat(home.balance(purse)).isEqualTo(cny("1000.00"));
  }

  @Test
  void nothingIsPaidIntoAGoalThatWasGivenUp() {
    UUID goal = goal();
    long version = view().goals().get(0).version();
    home.does(f -> f.giveUpGoal(new GiveUpGoal(household.id(), goal, version, child)));

    refused(() -> payIn(goal, mother, purse, "1.00"), FamilyError.GOAL_GIVEN_UP);
  }

  @Test
  void aHouseholdIsReadWithAsManyStatementsHoweverMuchRunsInIt() {
    goal();
    allowance("2026-03-31", null);
    long with = statements();
    for (int i = 0; i < 5; i++) {
      UUID account = home.account(child);
      home.does(
          f -> f.setGoal(new SetGoal(household.id(), child, child, account, "书", cny("10.00"))));
      allowance("2026-03-31", null);
    }

    assertThat(statements()).isEqualTo(with);
  }

  /** How many statements it takes to read the household. */
  private long statements() {
    Statistics statistics =
        TestDatabase.get().entityManagers().unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    try {
      long before = statistics.getPrepareStatementCount();
      view();
      return statistics.getPrepareStatementCount() - before;
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  private UUID goal() {
    return home.does(
            f ->
                f.setGoal(
                    new SetGoal(household.id(), child, child, piggyBank, "自行车", cny("100.00"))))
        .goals()
        .get(0)
        .id();
  }

  private HouseholdView payIn(UUID goal, UUID who, UUID from, String amount) {
    return home.does(
        f -> f.payIntoGoal(new PayIntoGoal(household.id(), goal, who, from, cny(amount))));
  }

  private void allowance(String startsOn, String endsOn) {
    home.does(
        f ->
            f.startAllowance(
                new StartAllowance(
                    household.id(),
                    mother,
                    child,
                    AllowanceKind.POCKET_MONEY,
                    purse,
                    home.account(child),
                    cny("10.00"),
                    Rhythm.MONTHLY,
                    31,
                    LocalDate.parse(startsOn),
                    endsOn == null ? null : LocalDate.parse(endsOn))));
  }

  private static List<LocalDate> days(String... days) {
    return List.of(days).stream().map(LocalDate::parse).toList();
  }

  private HouseholdView joined(HouseholdView before, UUID who, MemberRole role) {
    return home.does(
        f -> f.addMember(new AddMember(before.id(), before.version(), mother, who, role)));
  }

  private HouseholdView.Member member(UUID who) {
    return view().members().stream()
        .filter(one -> one.customerId().equals(who))
        .findFirst()
        .orElseThrow();
  }

  private HouseholdView view() {
    return home.does(f -> f.view(household.id()));
  }

  private List<UUID> found(Map<String, String> filters) {
    return page(filters, 20, null).items().stream().map(HouseholdRow::id).toList();
  }

  private Page<HouseholdRow> page(Map<String, String> filters, int limit, String cursor) {
    return home.as(
        tools ->
            tools.family().list(PageRequest.after(cursor, limit, Sort.ascending("name"), filters)));
  }

  private static void refused(ThrowingCallable call, ErrorCode why) {
    assertThat(catchThrowableOfType(HeyiException.class, call).error()).isEqualTo(why);
  }

  private static String field(ThrowingCallable call) {
    return catchThrowableOfType(HeyiException.class, call).fields().get(0).code();
  }
}
