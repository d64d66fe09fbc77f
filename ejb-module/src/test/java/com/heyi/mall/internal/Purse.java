package com.heyi.mall.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.deposits.BookMovement;
import com.heyi.deposits.DepositsTrialBalance;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.internal.DepositBooks;
import com.heyi.deposits.internal.LedgerPayments;
import com.heyi.deposits.internal.Limits;
import com.heyi.deposits.internal.MoneyLedger;
import com.heyi.deposits.internal.PaymentGuards;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.CardFixture;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Accounts of the mall's customers: a register in memory, over the real ledger of money. */
final class Purse implements AccountDirectory {
  private static final AtomicLong NUMBERS = new AtomicLong(6_400_000_000_000_000_000L);
  static final CardFixture CARDS = new CardFixture(new KnownCustomers());
  private final Map<UUID, AccountRef> accounts = new ConcurrentHashMap<>();

  UUID account(UUID customerId, AccountType type) {
    UUID id = Ids.next();
    String number = Long.toString(NUMBERS.incrementAndGet());
    accounts.put(id, new AccountRef(id, number, customerId, type, AccountStatus.OPEN));
    return id;
  }

  void becomes(UUID accountId, AccountStatus status) {
    accounts.computeIfPresent(
        accountId,
        (id, was) -> new AccountRef(id, was.number(), was.customerId(), was.type(), status));
  }

  MoneyLedger ledger(EntityManager em, Clock clock) {
    return new MoneyLedger(em, this, new Limits(em, clock), new PaymentGuards(List.of()), clock);
  }

  void fill(EntityManager em, Clock clock, UUID accountId, String amount) {
    ledger(em, clock)
        .book(new BookMovement(accountId, MovementKind.CASH_IN, Money.cny(amount), null, null));
  }

  Money balance(EntityManager em, Clock clock, UUID accountId) {
    return ledger(em, clock).balance(accounts.get(accountId)).balance();
  }

  static DepositsTrialBalance trialBalance(EntityManager em) {
    return new DepositBooks(em).trialBalance();
  }

  CashProof proof(EntityManager em, Clock clock) {
    return new CashProof(em, payments(em, clock), CARDS.payments(em, clock));
  }

  private LedgerPayments payments(EntityManager em, Clock clock) {
    return new LedgerPayments(ledger(em, clock), this, new Limits(em, clock));
  }

  Till till(EntityManager em, Clock clock) {
    return new Till(
        em, clock, payments(em, clock), CARDS.payments(em, clock), this, new KnownCustomers());
  }

  @Override
  public Optional<AccountRef> find(UUID accountId) {
    return Optional.ofNullable(accounts.get(accountId));
  }

  @Override
  public List<AccountRef> ofCustomer(UUID customerId) {
    return accounts.values().stream().filter(one -> one.customerId().equals(customerId)).toList();
  }

  @Override
  public Optional<AccountRef> findByNumber(String number) {
    return accounts.values().stream().filter(one -> one.number().equals(number)).findFirst();
  }
}
