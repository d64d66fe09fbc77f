package com.heyi.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Percentage.withPercentage;

import com.heyi.menu.internal.MenuPersonalData;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuTest {
  private Bank bank;
  private UUID customer;

  @BeforeEach
  void aBankWithOneCustomer() {
    bank = Bank.opened();
    customer = bank.customer("1990-05-01");
  }

  @Test
  void whoeverUsedNothingFindsWhatTheChannelOffers() {
    MenuView menu = bank.menu(customer);

    assertThat(menu.places()).hasSizeGreaterThan(10);
    assertThat(menu.places()).extracting(MenuPlace::reason).containsOnly(PlaceReason.OFFERED);
    assertThat(Bank.codes(menu)).isSorted().contains("PHONE_TOP_UP");
    assertThat(Bank.codes(bank.menu(customer, MenuChannel.PHONE, null)))
        .doesNotContain("PHONE_TOP_UP");
  }

  @Test
  void whatHeUsesComesFirstAndSaysWhy() {
    bank.todayIs("2026-03-02");
    bank.uses(customer, "UTILITY_BILL");
    bank.todayIs("2026-03-11");
    bank.uses(customer, "UTILITY_BILL");
    bank.uses(customer, MenuChannel.COUNTER, "TIME_DEPOSIT");
    bank.todayIs("2026-03-20");

    List<MenuPlace> places = bank.menu(customer).places();

    assertThat(places.get(0))
        .isEqualTo(
            new MenuPlace(
                1,
                "UTILITY_BILL",
                "Utility bills",
                PlaceReason.OFTEN_HERE,
                "You often use it here",
                places.get(0).perMille()));
    assertThat(places.get(1).function()).isEqualTo("TIME_DEPOSIT");
    assertThat(places.get(1).reason()).isEqualTo(PlaceReason.OFTEN);
  }

  @Test
  void aroundTheTenthHisCardRepaymentComesFirstAndOnOtherDaysWhatHeUsesMost() {
    monthly("CARD_REPAYMENT", "-10", 4);
    monthly("BALANCE", "-20", 4);
    monthly("BALANCE", "-24", 4);
    bank.todayIs("2026-05-09");

    MenuPlace first = bank.menu(customer).places().get(0);
    assertThat(first.function()).isEqualTo("CARD_REPAYMENT");
    assertThat(first.reason()).isEqualTo(PlaceReason.DAY_OF_MONTH);
    assertThat(first.because()).isEqualTo("You use it most around day 10 of the month");
    MenuView middle = bank.menu(customer, MenuChannel.APP, Instant.parse("2026-05-16T02:00:00Z"));
    assertThat(Bank.codes(middle).get(0)).isEqualTo("BALANCE");
  }

  @ParameterizedTest(name = "done on {0}, due on {1}")
  @CsvSource({
    "2027-01-31, 2027-02-28",
    "2028-01-31, 2028-02-29",
    "2027-03-31, 2027-04-30",
    "2027-01-31, 2027-02-01",
    "2027-12-31, 2028-01-01"
  })
  void whatIsDoneOnTheLastDayOfMonthsIsDueOnTheLastOfAShortOne(LocalDate done, LocalDate due) {
    bank.todayIs(done.toString());
    bank.uses(customer, "TRANSFER");
    bank.uses(customer, "TRANSFER");
    for (int earlier : List.of(8, 13, 18)) {
      bank.reports(customer, use("BALANCE", done.minusDays(earlier) + "T02:00:00Z"));
    }

    MenuPlace first = on(due).get(0);
    assertThat(first.function()).isEqualTo("TRANSFER");
    assertThat(first.reason()).isEqualTo(PlaceReason.DAY_OF_MONTH);
    assertThat(first.because()).contains("day 31");
    assertThat(on(done.minusDays(13)).get(0).function()).isEqualTo("BALANCE");
  }

  private List<MenuPlace> on(LocalDate day) {
    return bank.menu(customer, MenuChannel.APP, Instant.parse(day + "T02:00:00Z")).places();
  }

  @Test
  void theDayIsTheBanksWhateverTheZoneOfTheChannel() {
    bank.itIs("2026-03-10T04:00:00Z");
    bank.reports(
        customer, use("LOAN", "2026-03-09T16:00:00Z"), use("LOAN", "2026-03-10T03:59:59Z"));

    assertThat(days("LOAN")).containsExactly(10);
    MenuView atMidnight =
        bank.menu(customer, MenuChannel.APP, Instant.parse("2026-03-11T16:00:00Z"));
    assertThat(atMidnight.on()).isEqualTo("2026-03-12");
  }

  @Test
  void customersOfHisAgeCountForOneOfWhomLittleIsKnownButNotFewerThanFive() {
    for (int i = 0; i < 4; i++) {
      bank.uses(bank.customer("1991-01-01"), "FUNDS");
      bank.uses(bank.customer("1955-01-01"), "PENSION");
      bank.uses(bank.customer("1955-01-01"), "PENSION");
    }
    bank.countsTrends();

    MenuPlace before = bank.menu(customer).places().get(0);
    assertThat(before.function()).isEqualTo("PENSION");
    assertThat(before.reason()).isEqualTo(PlaceReason.EVERYBODY);
    bank.uses(bank.customer("1991-01-01"), "FUNDS");
    bank.itIs("2026-03-21T02:00:00Z");
    bank.countsTrends();
    MenuPlace after = bank.menu(customer).places().get(0);
    assertThat(after.function()).isEqualTo("FUNDS");
    assertThat(after.reason()).isEqualTo(PlaceReason.LIKE_YOU);
    assertThat(bank.menu(bank.customer(null)).places().get(0).reason())
        .isEqualTo(PlaceReason.EVERYBODY);
  }

  @Test
  void whatFewerThanFiveOfASegmentUseIsNotTold() {
    for (int i = 0; i < 5; i++) {
      UUID one = bank.customer("1991-01-01");
      bank.uses(one, "FUNDS");
      if (i > 0) {
        bank.uses(one, "PENSION");
      }
    }
    bank.uses(bank.customer("1955-01-01"), "PENSION");

    bank.countsTrends();

    assertThat(
            trends("segment || ' ' || function_code as what", "true").stream()
                .map(row -> row.text("what")))
        .containsOnly("* PENSION", "* FUNDS", "35 FUNDS");
  }

  @Test
  void daysOfFewerThanFiveCountAsAnyOther() {
    for (String day : List.of("2026-03-02", "2026-03-05", "2026-03-09", "2026-03-16")) {
      bank.todayIs(day);
      bank.uses(bank.customer("1991-01-01"), "FUNDS");
      bank.uses(bank.customer("1991-01-01"), "FUNDS");
    }
    for (int i = 0; i < 5; i++) {
      bank.uses(bank.customer("1991-01-01"), "FUNDS");
    }
    bank.todayIs("2026-03-17");

    bank.countsTrends();

    Map<Integer, Double> days = new TreeMap<>();
    trends("day, weight", "segment = '35' and function_code = 'FUNDS'")
        .forEach(row -> days.put(row.whole("day"), row.as("weight", Double.class)));
    assertThat(days).as("the whole and each day").hasSize(1 + 31);
    assertThat(days.get(2)).isEqualTo(days.get(9)).isEqualTo(days.get(31));
    assertThat(days.get(16)).isGreaterThan(10 * days.get(2));
    double all = days.remove(0);
    assertThat(days.values().stream().mapToDouble(weight -> weight).sum())
        .isCloseTo(all, withPercentage(0.001));
  }

  @Test
  void noDifferenceOfTwoSumsTellsWhatFewerThanFiveDid() {
    bank.todayIs("2026-03-10");
    for (int i = 0; i < 5; i++) {
      bank.uses(bank.customer("1991-01-01"), "FUNDS");
      bank.uses(bank.customer("1955-01-01"), "FUNDS");
    }
    bank.todayIs("2026-03-12");
    bank.uses(bank.customer("1991-01-01"), "FUNDS");
    for (int i = 0; i < 4; i++) {
      bank.uses(bank.customer("1955-01-01"), "FUNDS");
    }
    bank.todayIs("2026-03-17");

    bank.countsTrends();

    assertThat(weight("segment <> '*' and day = 0"))
        .as("the sums of the segments tell their days alone")
        .isCloseTo(weight("day = 10"), withPercentage(0.001));
    assertThat(weight("day = 12")).isZero();
    assertThat(weight("segment = '*'"))
        .as("what five did together counts for everybody")
        .isCloseTo(1.5 * weight("day = 10"), withPercentage(1));
  }

  private static double weight(String where) {
    return trends("coalesce(sum(weight), 0) as weight", "function_code = 'FUNDS' and " + where)
        .get(0)
        .as("weight", Double.class);
  }

  private static List<Row> trends(String columns, String where) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                NamedSql.rows(em, "select " + columns + " from menu.trend where " + where)
                    .getResultList());
  }

  @Test
  void trendsAreCountedOnceADay() {
    for (int i = 0; i < 5; i++) {
      bank.uses(bank.customer("1991-01-01"), "FUNDS");
    }
    assertThat(bank.countsTrends()).isEqualTo(3);
    bank.itIs("2026-03-20T20:00:00Z");
    assertThat(bank.countsTrends()).isZero();
    bank.itIs("2026-03-21T02:00:00Z");
    assertThat(bank.countsTrends()).isEqualTo(3);
  }

  @Test
  void theSameHistoryOnTheSameDayGivesTheSameMenu() {
    bank.uses(customer, "LOAN");
    bank.uses(customer, "FUNDS");
    MenuView menu = bank.menu(customer);

    bank.itIs("2026-03-20T15:59:59Z");

    assertThat(bank.menu(customer)).isEqualTo(menu);
    bank.todayIs("2026-06-20");
    assertThat(bank.order(customer)).isEqualTo(Bank.codes(menu));
  }

  @Test
  void aUseReportedAgainChangesNothingAndAnotherUnderItsIdIsRefused() {
    FunctionUse use = use("LOAN", "2026-03-19T02:00:00Z");
    assertThat(bank.reports(customer, use, use).known()).isEqualTo(1);
    MenuView menu = bank.menu(customer);

    UsesTaken again = bank.reports(customer, use);

    assertThat(again.taken()).isZero();
    assertThat(again.known()).isEqualTo(1);
    assertThat(bank.menu(customer)).isEqualTo(menu);
    FunctionUse other =
        new FunctionUse(use.id(), use.channel(), "FUNDS", use.at(), use.outcome(), null, null);
    refused(() -> bank.reports(customer, other), MenuError.USE_ANOTHER);
    refused(() -> bank.reports(bank.customer(null), use), MenuError.USE_ANOTHER);
    FunctionUse fresh = use("FUNDS", "2026-03-19T02:00:00Z");
    refused(() -> bank.reports(customer, fresh, use, other), MenuError.USE_ANOTHER);
    assertThat(bank.reports(customer, fresh).taken()).isEqualTo(1);
  }

  @Test
  void sameUsesReportedByManyAtOnceAreTakenOnce() throws Exception {
    FunctionUse[] uses = {use("LOAN", "2026-03-19T02:00:00Z"), use("LOAN", "2026-03-18T02:00:00Z")};
    List<Callable<UsesTaken>> reports = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      reports.add(() -> bank.reports(customer, uses));
    }
    int taken = 0;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<UsesTaken> report : threads.invokeAll(reports)) {
        taken += report.get().taken();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(taken).isEqualTo(2);
    assertThat(number("select sum(uses) from menu.habit where customer_id = ?")).isEqualTo(2);
  }

  @Test
  void usesThatArriveLateCountAsIfTheyHadComeInTime() {
    UUID other = bank.customer("1990-05-01");
    FunctionUse first = use("LOAN", "2026-03-01T02:00:00Z");
    FunctionUse second = use("LOAN", "2026-03-15T02:00:00Z");
    FunctionUse third = use("FUNDS", "2026-03-18T02:00:00Z");
    bank.reports(customer, first, second, third);
    for (FunctionUse use : List.of(third, second, first)) {
      bank.reports(
          other,
          new FunctionUse(
              Ids.next(), use.channel(), use.function(), use.at(), use.outcome(), null, null));
    }
    assertThat(bank.menu(other).places()).isEqualTo(bank.menu(customer).places());
  }

  @Test
  void whatHeUsedUnderAnotherRecordOfHisCountsToo() {
    UUID other = bank.customer(null);
    bank.uses(other, "LOAN");
    assertThat(bank.order(customer).get(0)).isNotEqualTo("LOAN");

    bank.merges(other, customer);

    assertThat(bank.order(customer).get(0)).isEqualTo("LOAN");
  }

  @Test
  void whatCannotBeTrueIsRefusedWhole() {
    FunctionUse good = use("LOAN", "2026-03-19T02:00:00Z");
    refused(
        () -> bank.reports(customer, good, use("LOAN", "2026-03-20T02:05:01Z")),
        MenuError.USE_AHEAD);
    refused(
        () -> bank.reports(customer, good, use("LOAN", "2026-02-17T01:59:59Z")),
        MenuError.USE_TOO_OLD);
    refused(
        () -> bank.reports(customer, good, use("NONE", "2026-03-19T02:00:00Z")),
        MenuError.FUNCTION_UNKNOWN);
    refused(
        () -> bank.reports(customer, good, bank.step(null, "SEND", UseOutcome.FAILED, 1)),
        MenuError.STEP_ALONE);
    refused(() -> bank.reports(bank.foreign, good), CommonError.OTHER_BRANCH);
    assertThat(bank.reports(customer, good, use("LOAN", "2026-03-20T02:05:00Z")).taken())
        .isEqualTo(2);
    assertThat(bank.reports(customer, use("LOAN", "2026-02-17T02:00:00Z")).taken()).isEqualTo(1);
  }

  @Test
  void manyTriesInOneJourneyCountAsOneNeed() {
    UUID journey = Ids.next();
    bank.reports(
        customer,
        bank.step(journey, "FORM", UseOutcome.OK, 5),
        bank.step(journey, "SEND", UseOutcome.FAILED, 4));
    bank.reports(customer, bank.step(journey, "SEND", UseOutcome.OK, 3));

    assertThat(number("select sum(uses) from menu.habit where customer_id = ?")).isEqualTo(1);
    assertThat(number("select count(*) from menu.use where customer_id = ?")).isEqualTo(3);
  }

  @Test
  void whatIsSwitchedOffHiddenOrPinnedStandsWhereItShould() {
    bank.uses(customer, "LOAN");
    bank.wants(customer, List.of("PENSION", "CARD_LOSS"), List.of("LOAN"));

    List<String> order = bank.order(customer);
    assertThat(order.subList(0, 2)).containsExactly("PENSION", "CARD_LOSS");
    assertThat(order).doesNotContain("LOAN").doesNotHaveDuplicates();
    assertThat(bank.menu(customer).places().get(0).reason()).isEqualTo(PlaceReason.PINNED);
    // The telephone offers no pension.
    assertThat(Bank.codes(bank.menu(customer, MenuChannel.PHONE, null)).get(0))
        .isEqualTo("CARD_LOSS");
    refused(
        () -> bank.wants(customer, List.of("LOAN"), List.of("LOAN")), MenuError.PINNED_AND_HIDDEN);
    refused(() -> bank.wants(customer, List.of("NONE"), List.of()), MenuError.FUNCTION_UNKNOWN);
  }

  @Test
  void ofMorePinsThanPlacesTheFirstAreShown() {
    bank.wants(customer, List.of("PENSION", "CARD_LOSS", "FUNDS"), List.of());

    MenuView menu =
        bank.does(facade -> facade.menu(new AskMenu(customer, MenuChannel.APP, null, 2)));

    assertThat(Bank.codes(menu)).containsExactly("PENSION", "CARD_LOSS");
  }

  @Test
  void aFunctionThatIsSwitchedOffDisappearsAndComesBackWithItsHistory() {
    String code = "F" + Ids.next().toString().substring(30).toUpperCase(Locale.ROOT);
    MenuFunctionView function =
        bank.registers(
            f ->
                f.register(
                    new RegisterMenuFunction(
                        code, "TRANSFER", "跨行", "跨行", "New", "零售", Set.of(MenuChannel.APP))));
    bank.uses(customer, code);
    assertThat(bank.order(customer).get(0)).isEqualTo(code);

    MenuFunctionView off = switched(function, Set.of());
    assertThat(bank.order(customer)).doesNotContain(code);
    switched(off, Set.of(MenuChannel.APP));
    assertThat(bank.order(customer).get(0)).isEqualTo(code);
    refused(() -> switched(off, Set.of()), CommonError.VERSION_MOVED);
    switched(bank.registers(f -> f.view(code)), Set.of());
    refused(
        () ->
            bank.registers(
                f ->
                    f.register(
                        new RegisterMenuFunction(code, "TRANSFER", "a", "a", "a", "a", Set.of()))),
        MenuError.FUNCTION_DUPLICATE);
    refused(
        () ->
            bank.registers(
                f ->
                    f.register(
                        new RegisterMenuFunction(
                            code + "X", "NONE", "a", "a", "a", "a", Set.of()))),
        MenuError.AREA_UNKNOWN);
  }

  private MenuFunctionView switched(MenuFunctionView function, Set<MenuChannel> channels) {
    return bank.registers(
        f ->
            f.change(
                new ChangeMenuFunction(
                    function.code(),
                    function.version(),
                    function.area(),
                    function.nameZhCn(),
                    function.nameZhTw(),
                    function.nameEn(),
                    function.ownerDepartment(),
                    channels)));
  }

  @Test
  void preferencesHaveAVersionAndTheLanguageIsThatOfHisMessages() {
    MenuPreferenceView first =
        bank.does(
            f ->
                f.setPreference(
                    new SetMenuPreference(
                        customer, 0, true, true, "zh-TW", List.of(), List.of("LOAN"))));

    assertThat(first.version()).isEqualTo(1);
    MenuView menu = bank.menu(customer);
    assertThat(menu.leftHanded()).isTrue();
    assertThat(menu.largeText()).isTrue();
    assertThat(menu.language()).isEqualTo("zh-TW");
    assertThat(
            number(
                "select count(*) from messages.preference where customer_id = ? and language ="
                    + " 'zh-TW'"))
        .isEqualTo(1);
    refused(
        () ->
            bank.does(
                f ->
                    f.setPreference(
                        new SetMenuPreference(
                            customer, 0, false, false, null, List.of(), List.of()))),
        CommonError.VERSION_MOVED);
    assertThat(bank.wants(customer, List.of(), List.of()).version()).isEqualTo(2);
  }

  @Test
  void reasonsAndNamesAreInTheCallersLanguage() {
    bank.uses(customer, "TRANSFER");
    bank.speaks(Locale.SIMPLIFIED_CHINESE);
    assertThat(bank.menu(customer).places().get(0).name()).isEqualTo("转账");
    assertThat(bank.menu(customer).places().get(0).because()).isEqualTo("您在此渠道常用");
    bank.speaks(Locale.TRADITIONAL_CHINESE);
    assertThat(bank.menu(customer).places().get(0).name()).isEqualTo("轉帳");
    assertThat(bank.menu(customer).places().get(0).because()).isEqualTo("您於此通路常用");
  }

  @Test
  void whoFailsAtTheSameStepAgainIsOfferedHelpOnceForTheJourney() {
    UUID journey = Ids.next();
    bank.reports(customer, bank.step(journey, "SEND", UseOutcome.FAILED, 9));
    assertThat(
            bank.reports(
                    customer,
                    bank.step(journey, "FORM", UseOutcome.FAILED, 8),
                    bank.step(journey, "SEND", UseOutcome.FAILED, 7))
                .help())
        .isEmpty();

    UsesTaken taken = bank.reports(customer, bank.step(journey, "SEND", UseOutcome.FAILED, 1));

    assertThat(taken.help()).hasSize(1);
    assertThat(bank.told).extracting(one -> one.help().step()).containsExactly("SEND");
    assertThat(bank.menu(customer).help()).isEqualTo(taken.help());
    bank.reports(
        customer,
        bank.step(journey, "SEND", UseOutcome.FAILED, 0),
        bank.step(journey, "SEND", UseOutcome.FAILED, 0),
        bank.step(journey, "SEND", UseOutcome.FAILED, 0));
    assertThat(bank.told).hasSize(1);
  }

  @Test
  void failuresFarApartOrLongAgoRaiseNothing() {
    UUID slow = Ids.next();
    bank.reports(
        customer,
        bank.step(slow, "SEND", UseOutcome.FAILED, 62),
        bank.step(slow, "SEND", UseOutcome.FAILED, 31),
        bank.step(slow, "SEND", UseOutcome.FAILED, 0));
    UUID old = Ids.next();
    bank.reports(
        customer,
        bank.step(old, "SEND", UseOutcome.FAILED, 1462),
        bank.step(old, "SEND", UseOutcome.FAILED, 1461),
        bank.step(old, "SEND", UseOutcome.FAILED, 1460));
    assertThat(bank.told).isEmpty();
    UUID exact = Ids.next();
    bank.reports(
        customer,
        bank.step(exact, "SEND", UseOutcome.FAILED, 30),
        bank.step(exact, "SEND", UseOutcome.FAILED, 15),
        bank.step(exact, "SEND", UseOutcome.FAILED, 0));
    assertThat(bank.told).hasSize(1);
  }

  @Test
  void whoGetsThroughAfterAllNeedsNoHelp() {
    UUID journey = Ids.next();
    stuck(journey);
    bank.itIs("2026-03-20T02:10:00Z");

    UsesTaken taken = bank.reports(customer, bank.step(journey, "SEND", UseOutcome.OK, 1));

    assertThat(taken.help()).isEmpty();
    UUID mended = Ids.next();
    bank.reports(
        customer,
        bank.step(mended, "SEND", UseOutcome.FAILED, 6),
        bank.step(mended, "SEND", UseOutcome.FAILED, 5),
        bank.step(mended, "SEND", UseOutcome.OK, 4),
        bank.step(mended, "SEND", UseOutcome.FAILED, 3));
    assertThat(bank.told).hasSize(1);
  }

  @Test
  void aDeclineGivesPeaceForATimeAndEndsTheOffer() {
    HelpView help = stuck(Ids.next());
    HelpView declined = answer(help, HelpAnswer.DECLINED);

    assertThat(declined.status()).isEqualTo(HelpStatus.DECLINED);
    assertThat(declined.endedBy()).isEqualTo("app.mobile");
    refused(() -> answer(help, HelpAnswer.HANDLED), CommonError.VERSION_MOVED);
    refused(() -> answer(declined, HelpAnswer.HANDLED), MenuError.HELP_ENDED);
    bank.itIs("2026-04-19T01:59:59Z");
    fail(Ids.next());
    assertThat(bank.told).hasSize(1);
    bank.itIs("2026-04-19T02:00:00Z");
    fail(Ids.next());
    assertThat(bank.told).hasSize(2);
  }

  @Test
  void stepsThatFailAreCounted() {
    UUID journey = Ids.next();
    bank.todayIs("2031-07-31");
    bank.reports(
        customer,
        bank.step(journey, "SMS_CODE", UseOutcome.FAILED, 9),
        bank.step(journey, "SMS_CODE", UseOutcome.FAILED, 8),
        bank.step(journey, "SMS_CODE", UseOutcome.OK, 7),
        bank.step(Ids.next(), "SMS_CODE", UseOutcome.ABANDONED, 7),
        bank.step(journey, "SEND", UseOutcome.OK, 6));

    FailingSteps.Row row = failing("2031-07-31", "2031-07-31", MenuChannel.APP).get(0);

    assertThat(row)
        .isEqualTo(new FailingSteps.Row("TRANSFER", "SMS_CODE", MenuChannel.APP, 4, 2, 1, 2));
    assertThat(row.percent()).isEqualTo(75);
    assertThat(failing("2031-07-31", "2031-07-31", null)).hasSize(1);
    assertThat(failing("2031-07-31", "2031-07-31", MenuChannel.PHONE)).isEmpty();
    assertThat(failing("2031-08-01", "2031-08-01", null)).isEmpty();
    refused(() -> failing("2031-08-02", "2031-08-01", null), MenuError.DAYS);
    refused(() -> failing("2031-01-01", "2031-08-01", null), MenuError.DAYS);
  }

  private List<FailingSteps.Row> failing(String from, String to, MenuChannel channel) {
    return bank.does(f -> f.failingSteps(LocalDate.parse(from), LocalDate.parse(to), channel))
        .rows();
  }

  @Test
  void usesAndHabitsAreForgottenAfterTheirTimeAndNotBeforeTheyCanBeToldAgain() {
    Instant real = Instant.now();
    bank.itIs(real.minus(Duration.ofDays(200)).toString());
    bank.uses(customer, "LOAN");
    Instant before = real.minus(Duration.ofDays(190));

    assertThat(forgets("menu-uses", before)).isPositive();
    assertThat(number("select count(*) from menu.use where customer_id = ?")).isZero();
    assertThat(number("select count(*) from menu.habit where customer_id = ?")).isEqualTo(1);
    assertThat(forgets("menu-habits", before)).isPositive();
    assertThat(number("select count(*) from menu.habit where customer_id = ?")).isZero();
    assertThatThrownBy(() -> forgets("menu-uses", real.minus(Duration.ofDays(31))))
        .hasStackTraceContaining("32 days at least");
  }

  @Test
  void reportedUsesCannotBeChanged() {
    bank.uses(customer, "LOAN");
    for (String statement :
        List.of("update menu.use set step = null", "delete from menu.use", "truncate menu.use")) {
      assertThatThrownBy(
              () -> {
                try (var owner = TestDatabase.get().owner().getConnection()) {
                  owner.createStatement().execute(statement);
                }
              })
          .hasMessageContaining("immutable");
    }
  }

  @Test
  void aMenuIsRankedByTwoIndexesHoweverManyCustomersThereAre() throws Exception {
    try (var owner = TestDatabase.get().owner().getConnection()) {
      owner
          .createStatement()
          .execute(
              "insert into menu.habit select gen_random_uuid(), 1, now(), 1, 1 + n % 31, 'APP',"
                  + " '35', 'LOAN' from generate_series(1, 40000) n; analyze menu.habit; insert"
                  + " into menu.trend select c, s, d, f.code, 1, now() from menu.function f,"
                  + " unnest(array['APP', 'COUNTER', 'PHONE']) c, unnest(array['*', '0', '18',"
                  + " '25', '35', '45', '55', '65', '?']) s, generate_series(0, 31) d; analyze"
                  + " menu.trend");
    }
    bank.uses(customer, "LOAN");

    String plan = bank.as(works -> works.plan(customer));

    assertThat(plan).contains("habit_pkey", "trend_pkey").doesNotContain("Seq Scan");
  }

  private int forgets(String kind, Instant before) {
    return bank.as(works -> new MenuPersonalData(works.em()).forget(kind, before, 100_000));
  }

  private HelpView stuck(UUID journey) {
    return fail(journey).help().get(0);
  }

  private UsesTaken fail(UUID journey) {
    return bank.reports(
        customer,
        bank.step(journey, "SEND", UseOutcome.FAILED, 3),
        bank.step(journey, "SEND", UseOutcome.FAILED, 2),
        bank.step(journey, "SEND", UseOutcome.FAILED, 1));
  }

  private HelpView answer(HelpView help, HelpAnswer answer) {
    return bank.does(f -> f.answer(new AnswerHelp(help.id(), help.version(), answer)));
  }

  /** In each of so many months from January on. */
  private void monthly(String function, String day, int months) {
    for (int month = 1; month <= months; month++) {
      bank.todayIs("2026-0" + month + day);
      bank.uses(customer, function);
    }
  }

  private FunctionUse use(String function, String at) {
    return new FunctionUse(
        Ids.next(), MenuChannel.APP, function, Instant.parse(at), UseOutcome.OK, null, null);
  }

  private List<Integer> days(String function) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                em.createNativeQuery(
                        "select cast(day as int) from menu.habit where customer_id = :c and"
                            + " function_code = :f",
                        Integer.class)
                    .setParameter("c", customer)
                    .setParameter("f", function)
                    .getResultList());
  }

  private long number(String sql) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                ((Number)
                        em.createNativeQuery(sql.replace("?", ":c"))
                            .setParameter("c", customer)
                            .getSingleResult())
                    .longValue());
  }

  private static void refused(ThrowingCallable call, ErrorCode expected) {
    assertThat(catchThrowableOfType(HeyiException.class, call).error()).isEqualTo(expected);
  }
}
