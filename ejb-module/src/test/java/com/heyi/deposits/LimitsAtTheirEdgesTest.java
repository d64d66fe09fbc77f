package com.heyi.deposits;

import static com.heyi.accounts.AccountType.I;
import static com.heyi.accounts.AccountType.II;
import static com.heyi.accounts.AccountType.III;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.accounts.AccountFrozen;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.deposits.internal.AFreezeWaitsForWhatIsBeingPaid;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.AtOnce;
import com.heyi.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits exactly reached, at the ends of days, months and years, in other zones, and at once. */
class LimitsAtTheirEdgesTest {
  private final Vault vault = new Vault();

  @AfterEach
  void theBooksBalanceWhateverWasDone() {
    vault.assertBalanced();
  }

  @ParameterizedTest(name = "type {0}: {2} days of {1}")
  @CsvSource({"II, 10000.00, 20, 200000.00", "III, 2000.00, 25, 50000.00"})
  void whatGoesOutInAYearIsBoundedToTheLastFenUntilTheYearIsOver(
      AccountType type, String aDay, int days, BigDecimal aYear) {
    UUID customer = Ids.next();
    UUID main = vault.account(I, customer);
    UUID account = vault.account(type, customer);
    vault.book(main, MovementKind.CASH_IN, "300000.00");
    LocalDate last = LocalDate.of(2026, 12, 31);
    for (LocalDate day = last.minusDays(days); day.isBefore(last); day = day.plusDays(1)) {
      vault.itIs(day + "T02:00:00Z");
      // From the bound account, so that nothing counts as inflow.
      vault.transfer(main, account, aDay);
      vault.book(account, MovementKind.SPENDING, aDay);
    }
    vault.transfer(main, account, "0.01");
    vault.itIs("2026-12-31T15:59:59.999999Z");

    HeyiException refused = refused(() -> vault.book(account, MovementKind.OUTFLOW, "0.01"));

    assertThat(refused.args())
        .containsExactly(
            LimitKind.OUTFLOW_YEAR,
            vault.number(account),
            aYear,
            aYear,
            new BigDecimal("0.00"),
            new BigDecimal("0.01"));
    vault.itIs("2026-12-31T16:00:00Z");
    vault.book(account, MovementKind.OUTFLOW, "0.01");
    assertThat(vault.use(account, LimitKind.OUTFLOW_YEAR).used()).isEqualTo(Money.cny("0.01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-28", "2028-02-28", "2028-02-29", "2026-04-30", "2026-12-31"})
  void aDayEndsAtMidnightOnTheLastOfEveryMonth(LocalDate day) {
    UUID account = vault.account(II);
    vault.itIs(day + "T15:59:59.999999Z");
    assertThat(vault.book(account, MovementKind.CASH_IN, "10000.00").bookedOn()).isEqualTo(day);
    refused(() -> vault.book(account, MovementKind.CASH_IN, "0.01"));

    vault.itIs(day + "T16:00:00Z");

    assertThat(vault.book(account, MovementKind.CASH_IN, "10000.00").bookedOn())
        .isEqualTo(day.plusDays(1));
    assertThat(vault.use(account, LimitKind.INFLOW_YEAR).used())
        .isEqualTo(Money.cny(day.getMonthValue() == 12 ? "10000.00" : "20000.00"));
  }

  @ParameterizedTest(name = "{0}, {1}: {2} hours")
  @CsvSource({
    "Europe/London, 2026-10-25, 25",
    "Europe/London, 2026-03-29, 23",
    "Asia/Taipei, 2026-10-25, 24",
    "Pacific/Apia, 2026-10-25, 24"
  })
  void aDayIsThatOfTheBanksZoneHoweverLongItIs(ZoneId zone, LocalDate day, int hours) {
    Vault abroad = new Vault(zone);
    UUID account = abroad.account(II);
    Instant begins = day.atStartOfDay(zone).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
    assertThat(ChronoUnit.HOURS.between(begins, ends)).isEqualTo(hours);
    abroad.itIs(begins.minusNanos(1000).toString());
    abroad.book(account, MovementKind.CASH_IN, "10000.00");

    abroad.itIs(begins.toString());
    abroad.book(account, MovementKind.CASH_IN, "10000.00");
    abroad.itIs(ends.minusNanos(1000).toString());
    refused(() -> abroad.book(account, MovementKind.CASH_IN, "0.01"));

    abroad.itIs(ends.toString());
    abroad.book(account, MovementKind.CASH_IN, "10000.00");
  }

  @Test
  void aLimitHoldsFromTheMidnightOfItsFirstDay() {
    // So far away that no other test comes near.
    LocalDate first = LocalDate.of(2196, 2, 29);
    setLimit(first, "3000.00");
    UUID account = vault.account(II);
    vault.itIs(first.minusDays(1) + "T15:59:59.999999Z");
    vault.book(account, MovementKind.CASH_IN, "10000.00");

    vault.itIs(first.minusDays(1) + "T16:00:00Z");

    refused(() -> vault.book(account, MovementKind.CASH_IN, "3000.01"));
    vault.book(account, MovementKind.CASH_IN, "3000.00");
    vault.itIs("2026-03-02T02:00:00Z");
    setLimit(first.plusDays(1), "10000.00");
  }

  @Test
  void ofManyWhoFillAPurseAtOnceItHoldsExactlyTwoThousand() throws Exception {
    UUID purse = vault.account(III);
    List<UUID> payers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      UUID payer = vault.account(I);
      vault.book(payer, MovementKind.CASH_IN, "500.00");
      payers.add(payer);
    }

    List<ErrorCode> answers =
        AtOnce.all(
            payers.stream()
                .map(payer -> answering(() -> vault.transfer(payer, purse, "500.00")))
                .toList());

    assertThat(answers).filteredOn(answer -> answer == null).hasSize(4);
    assertThat(answers)
        .filteredOn(answer -> answer != null)
        .containsOnly(DepositsError.LIMIT)
        .hasSize(6);
    assertThat(vault.balance(purse)).isEqualTo(Money.cny("2000.00"));
  }

  @Test
  void ofManyWhoTakeTheSameMovementBackAtOnceOneDoes() throws Exception {
    UUID account = vault.account(II);
    MovementView wrong = vault.book(account, MovementKind.CASH_IN, "10000.00");

    List<ErrorCode> answers =
        AtOnce.all(Collections.nCopies(6, answering(() -> vault.reverse(wrong))));

    assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer != null).containsOnly(DepositsError.REVERSED);
    assertThat(vault.balance(account)).isEqualTo(Money.cny("0"));
    assertThat(vault.use(account, LimitKind.INFLOW_DAY).used()).isEqualTo(Money.cny("0"));
  }

  @Test
  void aPaymentThatWaitedWhileItsAccountWasFrozenIsRefused() throws Exception {
    UUID account = vault.account(I);
    vault.book(account, MovementKind.CASH_IN, "100.00");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<ErrorCode> late =
          TestDatabase.get()
              .inTransaction(
                  em -> {
                    vault.within(
                        em,
                        facade ->
                            facade.book(
                                new BookMovement(
                                    account,
                                    MovementKind.CASH_OUT,
                                    Money.cny("1.00"),
                                    null,
                                    null)));
                    Future<ErrorCode> payment =
                        other.submit(
                            answering(() -> vault.book(account, MovementKind.CASH_OUT, "1.00")));
                    AtOnce.awaitLockWaiter();
                    vault.becomes(account, AccountStatus.FROZEN);
                    return payment;
                  });

      assertThat(late.get()).isEqualTo(DepositsError.NOT_USABLE);
    } finally {
      other.shutdown();
    }
    assertThat(vault.balance(account)).isEqualTo(Money.cny("99.00"));
  }

  @Test
  void aFreezeWaitsForAPaymentThatHasFoundTheAccountOpen() throws Exception {
    UUID account = vault.account(I);
    vault.book(account, MovementKind.CASH_IN, "100.00");
    CountDownLatch foundOpen = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    vault.guard =
        payment -> {
          foundOpen.countDown();
          awaited(mayGoOn);
        };
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      Future<ErrorCode> payment =
          others.submit(answering(() -> vault.book(account, MovementKind.CASH_OUT, "1.00")));
      awaited(foundOpen);
      Future<Money> atTheFreeze =
          others.submit(
              () -> {
                TestDatabase.get()
                    .doInTransaction(
                        em -> {
                          new AFreezeWaitsForWhatIsBeingPaid(vault.ledger(em))
                              .frozen(new AccountFrozen(account));
                          vault.becomes(account, AccountStatus.FROZEN);
                        });
                return vault.balance(account);
              });
      AtOnce.awaitLockWaiter();
      assertThat(atTheFreeze.isDone()).isFalse();
      mayGoOn.countDown();

      assertThat(payment.get()).isNull();
      assertThat(atTheFreeze.get()).isEqualTo(Money.cny("99.00"));
    } finally {
      mayGoOn.countDown();
      others.shutdown();
    }
    assertThat(answering(() -> vault.book(account, MovementKind.CASH_OUT, "1.00")).call())
        .isEqualTo(DepositsError.NOT_USABLE);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void setLimit(LocalDate from, String amount) {
    vault.as(
        facade ->
            facade.setLimit(
                new SetLimit(II, LimitKind.INFLOW_DAY, Money.cny(amount), from, "测试文号")));
  }

  private static HeyiException refused(Runnable call) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call::run);
    assertThat(refused).as("refusal").isNotNull();
    assertThat(refused.error()).isEqualTo(DepositsError.LIMIT);
    return refused;
  }

  /** What came of it: an error, or null when it was done. */
  private static Callable<ErrorCode> answering(Runnable call) {
    return () -> {
      try {
        call.run();
        return null;
      } catch (HeyiException e) {
        return e.error();
      }
    };
  }
}
