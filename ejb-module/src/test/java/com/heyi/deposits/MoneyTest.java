package com.heyi.deposits;

import static com.heyi.accounts.AccountType.I;
import static com.heyi.accounts.AccountType.II;
import static com.heyi.accounts.AccountType.III;
import static com.heyi.deposits.MovementKind.CASH_IN;
import static com.heyi.deposits.MovementKind.CASH_OUT;
import static com.heyi.deposits.MovementKind.INFLOW;
import static com.heyi.deposits.MovementKind.OUTFLOW;
import static com.heyi.deposits.MovementKind.SPENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.deposits.internal.MoneyMustBeTakenOutBeforeClosing;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.json.Json;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.AtOnce;
import com.heyi.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private final Vault vault = new Vault();

  @AfterEach
  void theBooksBalanceWhateverWasDone() {
    vault.assertBalanced();
  }

  @Test
  void theCallerIsToldWhyAPaymentWasDeclinedThoughOthersCannotBeTold() {
    UUID account = vault.account(I);
    IllegalStateException trouble = new IllegalStateException("cannot be written");
    vault.guard =
        new PaymentGuard() {
          @Override
          public void check(PaymentOut payment) {}

          @Override
          public void declined(PaymentOut payment, HeyiException why) {
            throw trouble;
          }
        };

    assertThatThrownBy(() -> vault.book(account, SPENDING, "1.00"))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(DepositsError.INSUFFICIENT);
              assertThat(e.getSuppressed()).containsExactly(trouble);
            });
  }

  @Test
  void theStatementShowsEachMovementWithTheBalanceAfterIt() {
    UUID account = vault.account(I);
    vault.book(account, CASH_IN, "100.00");
    vault.book(account, SPENDING, "30.50");
    vault.book(account, OUTFLOW, "0.01");

    List<MovementView> lines = statement(account, Map.of());

    assertThat(lines).extracting(MovementView::seq).containsExactly(3L, 2L, 1L);
    assertThat(lines)
        .extracting(MovementView::amount)
        .containsExactly(Money.cny("-0.01"), Money.cny("-30.50"), Money.cny("100.00"));
    assertThat(lines)
        .extracting(MovementView::balanceAfter)
        .containsExactly(Money.cny("69.49"), Money.cny("69.50"), Money.cny("100.00"));
    assertThat(statement(account, Map.of("kind", "SPENDING"))).hasSize(1);
    assertThat(statement(account, Map.of("from", "2026-03-03"))).isEmpty();
  }

  @Test
  void aTransferMovesTheMoneyOnBothAccountsAtOnce() {
    UUID from = vault.account(I);
    UUID to = vault.account(I);
    vault.book(from, CASH_IN, "100.00");

    MovementView out = vault.transfer(from, to, "40.00");

    assertThat(out.amount()).isEqualTo(Money.cny("-40.00"));
    assertThat(vault.balance(from)).isEqualTo(Money.cny("60.00"));
    assertThat(vault.balance(to)).isEqualTo(Money.cny("40.00"));
    assertThat(statement(to, Map.of()).get(0).movementId()).isEqualTo(out.movementId());
  }

  @Test
  void aTransferThatTheOtherSideRefusesLeavesBothAsTheyWere() {
    UUID from = vault.account(I);
    UUID purse = vault.account(III);
    vault.book(from, CASH_IN, "5000.00");

    refused(() -> vault.transfer(from, purse, "2000.01"), DepositsError.LIMIT);

    assertThat(vault.balance(from)).isEqualTo(Money.cny("5000.00"));
    assertThat(vault.balance(purse)).isEqualTo(Money.cny("0"));
  }

  @Test
  void nothingIsPaidOutThatIsNotThere() {
    UUID account = vault.account(I);
    vault.book(account, CASH_IN, "10.00");

    HeyiException error =
        refused(() -> vault.book(account, CASH_OUT, "10.01"), DepositsError.INSUFFICIENT);

    assertThat(error.args()).containsExactly(new BigDecimal("10.01"), new BigDecimal("10.00"));
    vault.book(account, CASH_OUT, "10.00");
    assertThat(vault.balance(account)).isEqualTo(Money.cny("0"));
  }

  @ParameterizedTest
  @CsvSource({"CASH_IN", "INFLOW"})
  void whatComesIntoATypeTwoAccountIsBoundedByTheDayToTheLastFen(MovementKind kind) {
    UUID account = vault.account(II);
    vault.book(account, kind, "9999.99");

    HeyiException error = refused(() -> vault.book(account, kind, "0.02"), DepositsError.LIMIT);

    assertThat(error.args())
        .containsExactly(
            LimitKind.INFLOW_DAY,
            vault.number(account),
            new BigDecimal("10000.00"),
            new BigDecimal("9999.99"),
            new BigDecimal("0.01"),
            new BigDecimal("0.02"));
    vault.book(account, kind, "0.01");
    assertThat(vault.use(account, LimitKind.INFLOW_DAY).left()).isEqualTo(Money.cny("0"));
  }

  @Test
  void spendingOutflowAndCashOutOfATypeTwoAccountShareOneLimitApartFromInflow() {
    UUID account = funded(II, "30000.00");
    vault.book(account, INFLOW, "10000.00");
    vault.book(account, SPENDING, "4000.00");
    vault.book(account, OUTFLOW, "4000.00");
    vault.book(account, CASH_OUT, "2000.00");

    refused(() -> vault.book(account, CASH_OUT, "0.01"), DepositsError.LIMIT);

    assertThat(vault.use(account, LimitKind.OUTFLOW_DAY).used()).isEqualTo(Money.cny("10000"));
  }

  @Test
  void aNewDayBeginsAtTheBanksMidnight() {
    UUID account = vault.account(II);
    vault.itIs("2026-03-02T15:59:59.999999Z");
    vault.book(account, CASH_IN, "10000.00");
    refused(() -> vault.book(account, CASH_IN, "0.01"), DepositsError.LIMIT);

    vault.itIs("2026-03-02T16:00:00Z");

    assertThat(vault.book(account, CASH_IN, "10000.00").bookedOn())
        .isEqualTo(LocalDate.of(2026, 3, 3));
  }

  @Test
  void theYearsLimitHoldsOverTheLeapDayAndEndsWithTheYear() {
    UUID account = vault.account(II);
    for (int day = 10; day < 29; day++) {
      vault.itIs("2028-02-" + day + "T02:00:00Z");
      vault.book(account, CASH_IN, "10000.00");
    }
    vault.itIs("2028-02-29T02:00:00Z");
    vault.book(account, CASH_IN, "10000.00");
    vault.itIs("2028-12-31T15:59:59Z");
    HeyiException error = refused(() -> vault.book(account, CASH_IN, "0.01"), DepositsError.LIMIT);
    assertThat(error.args().get(0)).isEqualTo(LimitKind.INFLOW_YEAR);

    vault.itIs("2028-12-31T16:00:00Z");

    vault.book(account, CASH_IN, "0.01");
    assertThat(vault.use(account, LimitKind.INFLOW_YEAR).used()).isEqualTo(Money.cny("0.01"));
  }

  @Test
  void withTheBoundTypeOneAccountATypeTwoAccountHasNoLimit() {
    UUID customer = Ids.next();
    UUID main = vault.account(I, customer);
    UUID second = vault.account(II, customer);
    vault.book(main, CASH_IN, "500000.00");

    vault.transfer(main, second, "300000.00");
    vault.transfer(second, main, "250000.00");

    assertThat(vault.use(second, LimitKind.INFLOW_YEAR).used()).isEqualTo(Money.cny("0"));
    assertThat(vault.use(second, LimitKind.OUTFLOW_YEAR).used()).isEqualTo(Money.cny("0"));
  }

  @Test
  void anotherCustomersTypeOneAccountIsNotTheBoundOne() {
    UUID other = funded(I, "50000.00");
    UUID second = vault.account(II);

    refused(() -> vault.transfer(other, second, "10000.01"), DepositsError.LIMIT);
  }

  @Test
  void theLimitsOfBothSidesOfATransferCount() {
    UUID from = funded(II, "20000.00");
    UUID to = vault.account(II);
    vault.transfer(from, to, "10000.00");

    assertThat(vault.use(from, LimitKind.OUTFLOW_DAY).left()).isEqualTo(Money.cny("0"));
    assertThat(vault.use(to, LimitKind.INFLOW_DAY).left()).isEqualTo(Money.cny("0"));
  }

  @Test
  void aPurseHoldsTwoThousandAndNoMoreEvenFromTheBoundAccount() {
    UUID customer = Ids.next();
    UUID main = vault.account(I, customer);
    UUID purse = vault.account(III, customer);
    vault.book(main, CASH_IN, "5000.00");
    vault.transfer(main, purse, "2000.00");

    HeyiException error = refused(() -> vault.transfer(main, purse, "0.01"), DepositsError.LIMIT);

    assertThat(error.args().get(0)).isEqualTo(LimitKind.BALANCE);
  }

  @Test
  void aPursePaysOutTwoThousandADay() {
    UUID purse = vault.account(III);
    vault.book(purse, INFLOW, "2000.00");
    vault.book(purse, SPENDING, "1500.00");
    vault.book(purse, INFLOW, "1500.00");
    vault.book(purse, SPENDING, "500.00");

    refused(() -> vault.book(purse, SPENDING, "0.01"), DepositsError.LIMIT);
  }

  @Test
  void limitsCountFromTheirFirstDayOnAndWhatWasBeforeStays() {
    // So far away that no other test comes near.
    LocalDate day = LocalDate.of(2190, 6, 1);
    vault.itIs("2026-03-02T02:00:00Z");
    LimitView set = setLimit(day, "3000.00");
    assertThat(set.inForce()).isFalse();
    UUID account = vault.account(II);
    vault.itIs(day.minusDays(1) + "T02:00:00Z");
    vault.book(account, CASH_IN, "10000.00");

    vault.itIs(day + "T02:00:00Z");

    refused(() -> vault.book(account, CASH_IN, "3000.01"), DepositsError.LIMIT);
    vault.book(account, CASH_IN, "3000.00");
    refused(() -> setLimit(day, "9000.00"), DepositsError.LIMIT_DUPLICATE);
    refused(() -> setLimit(day.minusDays(1), "9000.00"), DepositsError.LIMIT_PAST);
    setLimit(day.plusDays(1), null);
    vault.itIs(day.plusDays(1) + "T02:00:00Z");
    vault.book(account, CASH_IN, "60000.00");
    setLimit(day.plusDays(2), "10000.00");
  }

  @Test
  void aReversalTakesBackMoneyAndUseOfLimitsOnceOnBothSides() {
    UUID from = funded(II, "20000.00");
    UUID to = vault.account(II);
    MovementView wrong = vault.transfer(from, to, "10000.00");
    vault.itIs("2026-03-05T02:00:00Z");

    MovementView back = vault.reverse(wrong);

    assertThat(back.amount()).isEqualTo(Money.cny("10000.00"));
    assertThat(back.reverses()).isEqualTo(wrong.movementId());
    assertThat(vault.balance(to)).isEqualTo(Money.cny("0"));
    assertThat(vault.use(from, LimitKind.OUTFLOW_YEAR).used()).isEqualTo(Money.cny("0"));
    assertThat(vault.use(to, LimitKind.INFLOW_YEAR).used()).isEqualTo(Money.cny("0"));
    refused(() -> vault.reverse(wrong), DepositsError.REVERSED);
    refused(() -> vault.reverse(back), DepositsError.IS_REVERSAL);
  }

  @Test
  void aStatementTellsWhatWasTakenBackAndByWhichLine() {
    UUID from = funded(I, "100.00");
    UUID to = vault.account(II);
    MovementView kept = vault.transfer(from, to, "1.00");
    MovementView wrong = vault.transfer(from, to, "10.00");
    assertThat(wrong.reversedBy()).isNull();
    MovementView back = vault.reverse(wrong);
    vault.book(from, CASH_IN, "5.00");

    for (UUID account : List.of(from, to)) {
      Map<UUID, MovementView> lines =
          statement(account, Map.of()).stream()
              .collect(Collectors.toMap(MovementView::movementId, Function.identity()));
      MovementView taken = lines.get(wrong.movementId());
      assertThat(taken.reversedBy()).isEqualTo(back.movementId());
      assertThat(taken.reversedBySeq()).isEqualTo(lines.get(back.movementId()).seq());
      assertThat(lines.get(kept.movementId()).reversedBy()).isNull();
      assertThat(lines.get(back.movementId()).reversedBy()).isNull();
    }
    assertThat(statement(from, Map.of("kind", "TRANSFER")))
        .as("also when the line that took it back is filtered out")
        .extracting(MovementView::reversedBy)
        .containsExactly(back.movementId(), null);
  }

  @Test
  void whatIsTakenBackOrRefundedMayPassTheBalanceLimitWhichThenLetsNothingMoreIn() {
    UUID purse = vault.account(III);
    vault.book(purse, INFLOW, "2000.00");
    MovementView spent = vault.book(purse, SPENDING, "1500.00");
    MovementView bought = vault.pays(one -> one.payMall(purse, Money.cny("500.00"), "购物"));
    vault.itIs("2026-03-03T02:00:00Z");
    vault.book(purse, INFLOW, "2000.00");
    assertThat(vault.use(purse, LimitKind.BALANCE).isExceeded()).isFalse();

    vault.reverse(spent);
    vault.pays(one -> one.refundMall(bought.movementId(), Money.cny("500.00"), "退款"));

    LimitUse use = vault.use(purse, LimitKind.BALANCE);
    assertThat(use.isExceeded()).isTrue();
    assertThat(use.used()).isEqualTo(Money.cny("4000.00"));
    assertThat(use.left()).isEqualTo(Money.cny("0"));
    vault.itIs("2026-03-04T02:00:00Z");
    refused(() -> vault.book(purse, INFLOW, "0.01"), DepositsError.LIMIT);
    vault.book(purse, SPENDING, "2000.00");
    assertThat(vault.use(purse, LimitKind.BALANCE).isExceeded()).isFalse();
  }

  @Test
  void moneyThatHasGoneOnCannotBeTakenBack() {
    UUID account = vault.account(I);
    MovementView wrong = vault.book(account, CASH_IN, "100.00");
    vault.book(account, CASH_OUT, "0.01");

    refused(() -> vault.reverse(wrong), DepositsError.INSUFFICIENT);
  }

  @Test
  void aFrozenAccountTakesMoneyInAndPaysNoneOut() {
    UUID account = funded(I, "100.00");
    vault.becomes(account, AccountStatus.FROZEN);

    vault.book(account, CASH_IN, "1.00");
    refused(() -> vault.book(account, CASH_OUT, "1.00"), DepositsError.NOT_USABLE);
  }

  @Test
  void aClosedAccountDoesNeither() {
    UUID account = vault.account(I);
    vault.becomes(account, AccountStatus.CLOSED);

    refused(() -> vault.book(account, CASH_IN, "1.00"), DepositsError.NOT_USABLE);
  }

  @Test
  void anAccountWithMoneyIsNotClosed() {
    UUID account = funded(I, "0.01");

    refused(() -> tryToClose(account), DepositsError.MONEY_LEFT);

    vault.book(account, CASH_OUT, "0.01");
    tryToClose(account);
  }

  @Test
  void whileAnAccountIsBeingClosedNoMoneyComesIn() throws Exception {
    UUID account = vault.account(I);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<HeyiException> late =
          TestDatabase.get()
              .inTransaction(
                  em -> {
                    guard(em).check(vault.ref(account));
                    Future<HeyiException> payment =
                        other.submit(
                            () ->
                                catchThrowableOfType(
                                    HeyiException.class,
                                    () -> vault.book(account, CASH_IN, "1.00")));
                    AtOnce.awaitLockWaiter();
                    vault.becomes(account, AccountStatus.CLOSED);
                    return payment;
                  });
      assertThat(late.get().error()).isEqualTo(DepositsError.NOT_USABLE);
    } finally {
      other.shutdown();
    }
  }

  @Test
  void ofManyPaymentsAtOnceExactlyThoseWithinTheLimitAreBooked() throws Exception {
    UUID account = funded(II, "20000.00");
    List<Callable<Boolean>> payments = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      payments.add(
          () -> {
            try {
              vault.book(account, SPENDING, "1000.00");
              return true;
            } catch (HeyiException e) {
              assertThat(e.error()).isEqualTo(DepositsError.LIMIT);
              return false;
            }
          });
    }

    assertThat(AtOnce.all(payments)).filteredOn(booked -> booked).hasSize(10);
    assertThat(vault.balance(account)).isEqualTo(Money.cny("10000.00"));
  }

  @Test
  void transfersToAndFroAtOnceDoNotWaitForEachOtherInACircle() throws Exception {
    UUID one = funded(I, "1000.00");
    UUID two = funded(I, "1000.00");
    List<Callable<Boolean>> transfers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      UUID from = i % 2 == 0 ? one : two;
      UUID to = i % 2 == 0 ? two : one;
      transfers.add(
          () -> {
            vault.transfer(from, to, "1.00");
            return true;
          });
    }

    assertThat(AtOnce.all(transfers)).hasSize(20).containsOnly(true);
    assertThat(vault.balance(one)).isEqualTo(Money.cny("1000.00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000000000.01"})
  void anAmountIsMoreThanNothingAndNotBeyondAllReason(String amount) {
    UUID account = vault.account(I);

    HeyiException error = refused(() -> vault.book(account, CASH_IN, amount), CommonError.INVALID);

    assertThat(error.fields()).extracting(FieldError::field).containsExactly("amount");
  }

  @Test
  void aPaymentNamesTheOtherSide() {
    UUID account = vault.account(I);

    assertThat(refused(() -> vault.book(account, INFLOW, "1", "  "), CommonError.INVALID).fields())
        .extracting(FieldError::field)
        .containsExactly("counterparty");
    refused(
        () -> vault.book(account, MovementKind.TRANSFER, "1", "6200000000000000000"),
        DepositsError.COUNTERPARTY_UNKNOWN);
    refused(() -> vault.transfer(account, account, "1"), DepositsError.SAME_ACCOUNT);
    refused(() -> vault.book(account, MovementKind.REVERSAL, "1"), CommonError.INVALID);
    refused(() -> vault.book(account, MovementKind.REDRESS, "1"), CommonError.INVALID);
  }

  @Test
  void redressComesFromTheBanksOwnAccountAndIsTakenBackOnlyWhereItWasGiven() {
    UUID account = vault.account(I);

    MovementView paid =
        vault.pays(payments -> payments.payRedress(account, Money.cny("88.00"), "投诉补偿"));

    assertThat(paid.kind()).isEqualTo(MovementKind.REDRESS);
    assertThat(vault.balance(account)).isEqualTo(Money.cny("88.00"));
    refused(() -> vault.reverse(paid), DepositsError.IS_REDRESS);
    vault.pays(payments -> payments.takeRedressBack(account, paid.movementId(), "金额有误"));
    assertThat(vault.balance(account)).isEqualTo(Money.cny("0"));
    refused(
        () -> vault.pays(one -> one.takeRedressBack(account, paid.movementId(), "金额有误")),
        DepositsError.REVERSED);
  }

  @Test
  void theMallGivesBackAPurchasePartByPartAndNoMore() {
    UUID account = vault.account(AccountType.II);
    vault.book(account, CASH_IN, "5000");
    MovementView paid =
        vault.pays(payments -> payments.payMall(account, Money.cny("4999.99"), "购物"));
    assertThat(paid.kind()).isEqualTo(MovementKind.PURCHASE);
    assertThat(vault.use(account, LimitKind.OUTFLOW_DAY).used()).isEqualTo(Money.cny("4999.99"));
    refused(() -> vault.reverse(paid), DepositsError.IS_PURCHASE);

    MovementView back =
        vault.pays(one -> one.refundMall(paid.movementId(), Money.cny("0.01"), "退款"));
    refused(() -> vault.reverse(back), DepositsError.IS_PURCHASE);
    assertThat(vault.use(account, LimitKind.OUTFLOW_DAY).used()).isEqualTo(Money.cny("4999.98"));
    refused(
        () -> vault.pays(one -> one.refundMall(paid.movementId(), Money.cny("4999.99"), "退款")),
        DepositsError.REFUND_TOO_MUCH);
    vault.pays(one -> one.refundMall(paid.movementId(), Money.cny("4999.98"), "退款"));
    assertThat(vault.balance(account)).isEqualTo(Money.cny("5000.00"));
    assertThat(vault.use(account, LimitKind.OUTFLOW_DAY).used()).isEqualTo(Money.cny("0.00"));
    assertThat(vault.use(account, LimitKind.INFLOW_DAY).used()).isEqualTo(Money.cny("5000.00"));
    refused(
        () -> vault.pays(one -> one.refundMall(paid.movementId(), Money.cny("0.01"), "退款")),
        DepositsError.REFUND_TOO_MUCH);
    refused(
        () -> vault.pays(one -> one.refundMall(back.movementId(), Money.cny("0.01"), "退款")),
        CommonError.NOT_FOUND);
    refused(() -> vault.book(account, MovementKind.PURCHASE, "1"), CommonError.INVALID);
    refused(() -> vault.book(account, MovementKind.REFUND, "1"), CommonError.INVALID);
  }

  @Test
  void whatBelongsToADeedOfAnotherModuleIsNotTakenBackOnTheAccount() {
    UUID account = vault.account(I);
    MovementView deed =
        vault.pays(payments -> payments.payIn(account, Money.cny("10.00"), "旧应用", "迁入"));
    MovementView other = vault.book(account, CASH_IN, "5.00");
    MovementView redress =
        vault.pays(payments -> payments.payRedress(account, Money.cny("1.00"), "投诉补偿"));
    vault.owned.add(deed.movementId());

    refused(() -> vault.reverse(deed), DepositsError.IS_DEED);

    assertThat(statement(account, Map.of()))
        .extracting(MovementView::movementId, MovementView::reversible)
        .containsExactly(
            tuple(redress.movementId(), false),
            tuple(other.movementId(), true),
            tuple(deed.movementId(), false));
  }

  @Test
  void anAnswerThatWasRememberedBeforeLinesSaidWhetherTheyAreTakenBackIsStillRead() {
    MovementView booked = vault.book(vault.account(I), CASH_IN, "5.00");

    Object again =
        Json.read(Json.write(booked).replace(",\"reversible\":true", ""), MovementView.class);

    assertThat(again).isEqualTo(booked);
  }

  @Test
  void redressThatHasGoneOnIsNotTakenBack() {
    UUID account = vault.account(I);
    MovementView paid =
        vault.pays(payments -> payments.payRedress(account, Money.cny("88.00"), "投诉补偿"));
    vault.book(account, CASH_OUT, "0.01");

    refused(
        () -> vault.pays(one -> one.takeRedressBack(account, paid.movementId(), "金额有误")),
        DepositsError.INSUFFICIENT);
  }

  @Test
  void redressKeepsWithinTheLimitsOfTheAccount() {
    UUID account = vault.account(III);

    refused(
        () -> vault.pays(one -> one.payRedress(account, Money.cny("2000.01"), "投诉补偿")),
        DepositsError.LIMIT);
  }

  @Test
  void theAccountsOfAnotherBranchAreOutOfReach() {
    UUID foreign = vault.account(I, vault.foreign);

    refused(() -> vault.book(foreign, CASH_IN, "1"), CommonError.OTHER_BRANCH);
    refused(() -> vault.as(facade -> facade.balance(foreign)), CommonError.OTHER_BRANCH);
    refused(() -> statement(foreign, Map.of()), CommonError.OTHER_BRANCH);
  }

  @Test
  void theAccountOfAMergedRecordIsReachedByTheBranchOfWhoItHasTurnedOutToBe() {
    UUID account = vault.account(I, vault.foreign);
    UUID own = Ids.next();
    vault.turnedOut.put(vault.foreign, own);

    vault.book(account, CASH_IN, "1.00");
    assertThat(vault.balance(account)).isEqualTo(Money.cny("1.00"));
    assertThat(statement(account, Map.of())).hasSize(1);

    UUID others = vault.account(I, own);
    vault.turnedOut.put(own, vault.foreign);
    refused(() -> vault.book(others, CASH_IN, "1"), CommonError.OTHER_BRANCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update deposits.entry set amount = 1",
        "delete from deposits.posting",
        "truncate deposits.entry cascade",
        "update deposits.account_limit set amount = 1",
        "delete from deposits.account_limit"
      })
  void evenTheOwnerCannotRewriteTheBooks(String tampering) {
    assertThatThrownBy(() -> execute(TestDatabase.get().owner().getConnection(), tampering))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("immutable");
  }

  @Test
  void anEntryThatDoesNotBalanceIsRefusedByTheDatabase() {
    String id = Ids.next().toString();
    assertThatThrownBy(
            () ->
                execute(
                    TestDatabase.get().app().getConnection(),
                    "insert into deposits.entry (id, kind, amount, booked_on, booked_at, booked_by)"
                        + " values ('"
                        + id
                        + "', 'CASH_IN', 1, now(), now(), 'x')"))
        .hasMessageContaining("not balanced");
  }

  @ParameterizedTest
  @EnumSource(AccountType.class)
  void everyTypeTellsItsLimits(AccountType type) {
    UUID account = vault.account(type);

    assertThat(vault.as(facade -> facade.balance(account)).limits())
        .hasSize(type == I ? 0 : type == II ? 4 : 3);
  }

  /** An account with so much in it, none of which has counted for a limit of the day. */
  private UUID funded(AccountType type, String amount) {
    UUID customer = Ids.next();
    UUID account = vault.account(type, customer);
    if (type == I) {
      vault.book(account, CASH_IN, amount);
    } else {
      UUID main = vault.account(I, customer);
      vault.book(main, CASH_IN, amount);
      vault.transfer(main, account, amount);
    }
    return account;
  }

  private LimitView setLimit(LocalDate from, String amount) {
    return vault.as(
        facade ->
            facade.setLimit(
                new SetLimit(
                    II,
                    LimitKind.INFLOW_DAY,
                    amount == null ? null : Money.cny(amount),
                    from,
                    "测试文号")));
  }

  private List<MovementView> statement(UUID account, Map<String, String> filters) {
    return vault
        .as(facade -> facade.statement(account, PageRequest.at(0, 50, null, filters)))
        .items();
  }

  private void tryToClose(UUID account) {
    TestDatabase.get().doInTransaction(em -> guard(em).check(vault.ref(account)));
  }

  private MoneyMustBeTakenOutBeforeClosing guard(jakarta.persistence.EntityManager em) {
    return new MoneyMustBeTakenOutBeforeClosing(vault.ledger(em));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (connection;
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static HeyiException refused(ThrowingCallable call, ErrorCode code) {
    HeyiException error = catchThrowableOfType(HeyiException.class, call);
    assertThat(error).isNotNull().extracting(HeyiException::error).isEqualTo(code);
    return error;
  }
}
