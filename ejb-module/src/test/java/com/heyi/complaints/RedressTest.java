package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.internal.CaseFile;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.complaints.internal.RedressDesk;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.internal.DepositBooks;
import com.heyi.deposits.internal.LedgerPayments;
import com.heyi.deposits.internal.Limits;
import com.heyi.deposits.internal.MoneyLedger;
import com.heyi.deposits.internal.PaymentGuards;
import com.heyi.mall.internal.Gifts;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Noted;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money and points for complainants, over the real ledgers. */
class RedressTest {
  private final Desk desk = new Desk();
  private final List<AccountRef> accounts = new ArrayList<>();
  private CustomerRef customer;
  private AccountRef account;

  @BeforeEach
  void aCustomerWithAnAccount() {
    customer = desk.customerOf("B0101");
    account = account(customer.id());
  }

  @AfterEach
  void theBooksBalance() {
    Money difference =
        TestDatabase.get().inTransaction(em -> new DepositBooks(em).trialBalance().difference());
    assertThat(difference).isEqualTo(Money.cny("0"));
  }

  @Test
  void moneyIsPaidIntoAnAccountOfTheCustomerAndShownOnTheCase() {
    ComplaintView at = handled();

    CaseRedress given = compensate(at, at.version(), "200.00");

    assertThat(balance()).isEqualTo(Money.cny("200.00"));
    assertThat(given.redress()).hasSize(1);
    RedressView one = given.redress().get(0);
    assertThat(one.money()).isEqualTo(Money.cny("200.00"));
    assertThat(one.givenLevel()).isEqualTo(AuthorityLevel.BRANCH);
    assertThat(one.stands()).isTrue();
    ComplaintView after = desk.as(Desk.HANDLER, facade -> facade.view(at.id()));
    assertThat(after.version()).isEqualTo(given.version());
    StepView step = after.steps().get(after.steps().size() - 1);
    assertThat(step.step()).isEqualTo(ComplaintStep.COMPENSATE);
    assertThat(step.detail())
        .containsEntry("money", "200.00")
        .containsEntry("remedy", "COMPENSATION");
    assertThat(desk.events).contains(new CompensationPaid(at.id(), one.id(), customer.id()));
  }

  @Test
  void theSamePaymentIsNotMadeTwice() {
    ComplaintView at = handled();
    compensate(at, at.version(), "200.00");

    refused(() -> compensate(at, at.version(), "200.00"), CommonError.VERSION_MOVED);

    assertThat(balance()).isEqualTo(Money.cny("200.00"));
  }

  @Test
  void aPaymentWeighsItselfForItsMakerAndAllOfItsCaseForTheThreshold() {
    ComplaintView at = handled();
    assertThat(Noted.weighing("x", () -> compensate(at, at.version(), "200.00"))).isEqualTo(20_000);
    int next = desk.<ComplaintView>as(Desk.HANDLER, facade -> facade.view(at.id())).version();
    assertThat(Noted.weighingUponStanding("x", () -> compensate(at, next, "100.50")))
        .isEqualTo(30_050);
    ComplaintView other = handled();
    assertThat(Noted.weighingUponStanding("x", () -> compensate(other, other.version(), "100.00")))
        .as("another case; what its maker gave in both adds up in the rule")
        .isEqualTo(10_000);
  }

  @Test
  void whatWasPaidIsAccountedForWhateverTheAnswerIsCalled() {
    ComplaintView at = handled();
    CaseRedress given = compensate(at, at.version(), "200.00");
    ComplaintView paid = desk.as(Desk.HANDLER, facade -> facade.view(at.id()));
    assertThat(paid.resolution()).isEqualTo(Resolution.EXPLANATION);
    ComplaintView answered = desk.take(ComplaintStep.FEED_BACK, Desk.HANDLER, paid);

    refused(
        () -> desk.take(ComplaintStep.CLOSE, Desk.HANDLER, answered), ComplaintError.NOT_ACCOUNTED);

    takeBack(at, answered.version(), given.redress().get(0).id());
    ComplaintView nothing = desk.as(Desk.HANDLER, facade -> facade.view(at.id()));
    assertThat(desk.take(ComplaintStep.CLOSE, Desk.HANDLER, nothing).status())
        .isEqualTo(ComplaintStatus.CLOSED);
  }

  @Test
  void moneyGoesIntoAnAccountUnderAnyRecordOfTheCustomerAndIntoNobodyElses() {
    ComplaintView at = handled();
    CustomerRef other = desk.customerOf("B0101");
    account = account(other.id());
    refused(() -> compensate(at, at.version(), "200.00"), ComplaintError.NOT_HIS_ACCOUNT);

    desk.directory().merge(other.id(), customer.id());

    assertThat(compensate(at, at.version(), "200.00").redress()).hasSize(1);
    assertThat(balance()).isEqualTo(Money.cny("200.00"));
  }

  @Test
  void whatWasGivenIsTakenBackOnceAndThenCountsNoMore() {
    ComplaintView at = handled();
    CaseRedress given = compensate(at, at.version(), "500.00");
    UUID redress = given.redress().get(0).id();

    CaseRedress back = takeBack(at, given.version(), redress);

    assertThat(balance()).isEqualTo(Money.cny("0"));
    assertThat(back.redress().get(0).stands()).isFalse();
    refused(() -> takeBack(at, back.version(), redress), ComplaintError.REDRESS_TAKEN_BACK);
    assertThat(compensate(at, back.version(), "500.00").redress()).hasSize(2);
  }

  @Test
  void pointsGoThroughTheMallsLedgerAndBack() {
    ComplaintView at = handled();

    CaseRedress given = give(at, at.version(), 300);
    assertThat(given.redress().get(0).points()).isEqualTo(Points.of(300));
    assertThat(points()).isEqualTo(300);
    takeBack(at, given.version(), given.redress().get(0).id());

    assertThat(points()).isZero();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "BRANCH, COMPENSATION, 500.00, given",
    "BRANCH, COMPENSATION, 500.01, BEYOND_AMOUNT",
    "BRANCH, EX_GRATIA, 0.01, BEYOND_AUTHORITY",
    "REGION, COMPENSATION, 5000.00, given",
    "REGION, COMPENSATION, 5000.01, BEYOND_AMOUNT",
    "REGION, EX_GRATIA, 500.00, given",
    "REGION, EX_GRATIA, 500.01, BEYOND_AMOUNT",
    "HEAD_OFFICE, COMPENSATION, 50000.00, given",
    "HEAD_OFFICE, COMPENSATION, 50000.01, BEYOND_AMOUNT",
    "HEAD_OFFICE, EX_GRATIA, 5000.00, given",
    "HEAD_OFFICE, EX_GRATIA, 5000.01, BEYOND_AMOUNT",
    "SENIOR, COMPENSATION, 1000000.00, given",
    "SENIOR, COMPENSATION, 1000000.01, BEYOND_AMOUNT",
    "SENIOR, EX_GRATIA, 50000.00, given",
    "SENIOR, EX_GRATIA, 50000.01, BEYOND_AMOUNT"
  })
  void eachLevelGivesUpToItsLimit(
      AuthorityLevel level, Remedy remedy, String amount, String outcome) {
    Caller handler = at(level);
    ComplaintView at = handledBy(handler);
    ThrowingCallable pays = () -> compensate(handler, at, at.version(), remedy, amount);

    if (outcome.equals("given")) {
      assertThat(catchThrowableOfType(HeyiException.class, pays)).isNull();
      assertThat(balance()).isEqualTo(Money.cny(amount));
    } else {
      refused(pays, ComplaintError.valueOf(outcome));
      assertThat(balance()).isEqualTo(Money.cny("0"));
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} points: {3}")
  @CsvSource({
    "BRANCH, COMPENSATION, 5000, given",
    "BRANCH, COMPENSATION, 5001, BEYOND_AMOUNT",
    "BRANCH, EX_GRATIA, 1, BEYOND_AUTHORITY",
    "REGION, COMPENSATION, 50000, given",
    "REGION, COMPENSATION, 50001, BEYOND_AMOUNT",
    "REGION, EX_GRATIA, 10000, given",
    "REGION, EX_GRATIA, 10001, BEYOND_AMOUNT",
    "HEAD_OFFICE, COMPENSATION, 500000, given",
    "HEAD_OFFICE, COMPENSATION, 500001, BEYOND_AMOUNT",
    "HEAD_OFFICE, EX_GRATIA, 100000, given",
    "HEAD_OFFICE, EX_GRATIA, 100001, BEYOND_AMOUNT",
    "SENIOR, COMPENSATION, 10000000, given",
    "SENIOR, COMPENSATION, 10000001, BEYOND_AMOUNT",
    "SENIOR, EX_GRATIA, 1000000, given",
    "SENIOR, EX_GRATIA, 1000001, BEYOND_AMOUNT"
  })
  void eachLevelGivesPointsUpToItsLimit(
      AuthorityLevel level, Remedy remedy, long points, String outcome) {
    Caller handler = at(level);
    ComplaintView at = handledBy(handler);
    ThrowingCallable gives = () -> give(handler, at, at.version(), remedy, points);

    if (outcome.equals("given")) {
      assertThat(catchThrowableOfType(HeyiException.class, gives)).isNull();
      assertThat(points()).isEqualTo(points);
    } else {
      refused(gives, ComplaintError.valueOf(outcome));
      assertThat(points()).isZero();
    }
  }

  @Test
  void splittingAPaymentDoesNotGetRoundTheLimit() {
    ComplaintView at = handled();
    CaseRedress first = compensate(at, at.version(), "300.00");

    HeyiException refused =
        refused(() -> compensate(at, first.version(), "200.01"), ComplaintError.BEYOND_AMOUNT);

    assertThat(refused.args())
        .containsExactly(
            AuthorityLevel.BRANCH,
            Money.cny("500").amount(),
            Money.cny("300").amount(),
            Money.cny("200.01").amount());
    CaseRedress second = compensate(at, first.version(), "200.00");
    refused(() -> give(at, second.version(), 5001), ComplaintError.BEYOND_AMOUNT);
    assertThat(give(at, second.version(), 5000).redress()).hasSize(3);
  }

  @Test
  void onlyTheCustomersOwnAccountIsPaid() {
    ComplaintView at = handled();
    AccountRef foreign = account(Ids.next());
    for (String number : List.of(foreign.number(), "6200000000000000009")) {
      refused(
          () ->
              redress(
                  Desk.HANDLER,
                  facade ->
                      facade.compensate(
                          new CompensateComplaint(
                              at.id(),
                              at.version(),
                              Remedy.COMPENSATION,
                              number,
                              Money.cny("1"),
                              "x"))),
          ComplaintError.NOT_HIS_ACCOUNT);
    }
  }

  @Test
  void whoIsNoCustomerGetsNothing() {
    ComplaintView at = desk.broughtTo(ComplaintStatus.HANDLED);

    refused(() -> compensate(at, at.version(), "1.00"), ComplaintError.NO_CUSTOMER);
    refused(() -> give(at, at.version(), 1), ComplaintError.NO_CUSTOMER);
  }

  @ParameterizedTest
  @CsvSource({"0, COMPENSATION", "-1, COMPENSATION", "1, EXPLANATION"})
  void onlyARealAmountOfARemedyWithAmountsIsGiven(String amount, Remedy remedy) {
    ComplaintView at = handled();

    refused(() -> compensate(Desk.HANDLER, at, at.version(), remedy, amount), CommonError.INVALID);
  }

  @Test
  void theLimitsOfTheAccountHoldForRedressToo() {
    account = account(customer.id(), AccountType.III);
    Caller boss = at(AuthorityLevel.REGION);
    ComplaintView at = handledBy(boss);

    refused(
        () -> compensate(boss, at, at.version(), Remedy.COMPENSATION, "2000.01"),
        DepositsError.LIMIT);
    assertThat(desk.<ComplaintView>as(boss, facade -> facade.view(at.id()))).isEqualTo(at);
  }

  @Test
  void onlyWhoIsInChargeGives() {
    ComplaintView at = handled();

    refused(
        () -> compensate(Desk.COLLEAGUE, at, at.version(), Remedy.COMPENSATION, "1"),
        ComplaintError.NOT_IN_CHARGE);
  }

  @Test
  void aLetterSaysWhatWasDecidedAndGiven() {
    ComplaintView at = handled();
    CaseRedress given = compensate(at, at.version(), "88.00");
    give(at, given.version(), 100);
    CaseRedress all = takeBack(at, given.version() + 1, given.redress().get(0).id());

    LetterView letter = redress(Desk.HANDLER, facade -> facade.letter(at.id()));

    assertThat(letter.name()).isEqualTo("张伟");
    assertThat(letter.number()).isEqualTo(at.number());
    assertThat(letter.redress()).containsExactly(all.redress().get(1));
    ComplaintView early = recorded();
    refused(
        () -> redress(Desk.HANDLER, facade -> facade.letter(early.id())),
        ComplaintError.LETTER_EARLY);
  }

  private ComplaintView recorded() {
    return desk.as(
        Desk.OPERATOR,
        facade ->
            facade.record(
                new RecordComplaint(
                    ComplaintChannel.COUNTER,
                    customer.number(),
                    null,
                    null,
                    null,
                    "信用卡",
                    null,
                    null,
                    null,
                    "多收年费",
                    null,
                    null,
                    null,
                    null,
                    null)));
  }

  private ComplaintView handled() {
    return handledBy(Desk.HANDLER);
  }

  private ComplaintView handledBy(Caller handler) {
    ComplaintView at = recorded();
    for (ComplaintStep step :
        List.of(ComplaintStep.ACCEPT, ComplaintStep.ANALYSE, ComplaintStep.HANDLE)) {
      at = desk.take(step, handler, at);
    }
    return at;
  }

  /** A handler at this level. */
  private Caller at(AuthorityLevel level) {
    String user = "hd-" + UUID.randomUUID();
    desk.work(
        Desk.ADMIN,
        facade ->
            facade.setMember(
                new SetDeskMember(
                    user, user, level, null, null, null, 10, null, null, null, true, null)));
    return Desk.person(user, null, Role.COMPLAINT_HANDLER);
  }

  private CaseRedress compensate(ComplaintView at, int version, String amount) {
    return compensate(Desk.HANDLER, at, version, Remedy.COMPENSATION, amount);
  }

  private CaseRedress compensate(
      Caller handler, ComplaintView at, int version, Remedy remedy, String amount) {
    return redress(
        handler,
        facade ->
            facade.compensate(
                new CompensateComplaint(
                    at.id(), version, remedy, account.number(), Money.cny(amount), "补偿年费")));
  }

  private CaseRedress give(ComplaintView at, int version, long points) {
    return give(Desk.HANDLER, at, version, Remedy.COMPENSATION, points);
  }

  private CaseRedress give(
      Caller handler, ComplaintView at, int version, Remedy remedy, long points) {
    return redress(
        handler,
        facade ->
            facade.givePoints(new GivePoints(at.id(), version, remedy, Points.of(points), "补偿积分")));
  }

  private CaseRedress takeBack(ComplaintView at, int version, UUID redress) {
    return redress(
        Desk.HANDLER,
        facade -> facade.takeBack(new TakeBackRedress(at.id(), version, redress, "金额有误")));
  }

  private Money balance() {
    return TestDatabase.get()
        .inTransaction(em -> payments(em).balances(List.of(account.id())).get(account.id()));
  }

  private long points() {
    return TestDatabase.get()
        .inTransaction(
            em ->
                ((Number)
                        em.createNativeQuery(
                                "select coalesce(sum(remaining), 0) from mall.lot"
                                    + " where customer_id = :customer")
                            .setParameter("customer", customer.id())
                            .getSingleResult())
                    .longValue());
  }

  private AccountRef account(UUID customerId) {
    return account(customerId, AccountType.I);
  }

  private AccountRef account(UUID customerId, AccountType type) {
    String number =
        "62"
            + String.format(
                "%017d",
                Math.abs(UUID.randomUUID().getMostSignificantBits() % 100_000_000_000_000_000L));
    AccountRef made = new AccountRef(Ids.next(), number, customerId, type, AccountStatus.OPEN);
    accounts.add(made);
    return made;
  }

  private <T> T redress(Caller caller, Function<RedressFacade, T> call) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              try {
                return CallContext.callAs(caller, () -> call.apply(facade(em)));
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private RedressFacade facade(EntityManager em) {
    Pyramid pyramid = new Pyramid(em, desk.clock());
    CaseFile file = new CaseFile(em, desk.clock());
    return new RedressFacade(
        new Complaints(em, desk.clock()),
        new RedressDesk(
            pyramid,
            file,
            directory(),
            desk.directory(),
            payments(em),
            Gifts.within(em, desk.clock())),
        file,
        pyramid,
        desk.directory(),
        desk.clock(),
        desk.event(),
        desk.event(),
        desk.event());
  }

  private LedgerPayments payments(EntityManager em) {
    Limits limits = new Limits(em, desk.clock());
    return new LedgerPayments(
        new MoneyLedger(em, directory(), limits, new PaymentGuards(List.of()), desk.clock()),
        directory(),
        limits);
  }

  private AccountDirectory directory() {
    return new AccountDirectory() {
      @Override
      public Optional<AccountRef> find(UUID accountId) {
        return accounts.stream().filter(one -> one.id().equals(accountId)).findFirst();
      }

      @Override
      public List<AccountRef> ofCustomer(UUID customerId) {
        return accounts.stream().filter(one -> one.customerId().equals(customerId)).toList();
      }

      @Override
      public Optional<AccountRef> findByNumber(String number) {
        return accounts.stream().filter(one -> one.number().equals(number)).findFirst();
      }
    };
  }

  private static HeyiException refused(ThrowingCallable call, ErrorCode code) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused).isNotNull().extracting(HeyiException::error).isEqualTo(code);
    return refused;
  }
}
