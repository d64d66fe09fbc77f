package com.heyi.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.IdentityStatus;
import com.heyi.deposits.internal.DepositBooks;
import com.heyi.deposits.internal.LedgerPayments;
import com.heyi.deposits.internal.Limits;
import com.heyi.deposits.internal.MoneyLedger;
import com.heyi.deposits.internal.MovementOwners;
import com.heyi.deposits.internal.PaymentGuards;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The deposit ledger for tests: the real facade on the real database, a clock that can be set. */
final class Vault {
  static final Caller TELLER =
      new Caller(
          "teller.liu",
          "刘柜员",
          Set.of(Role.OPERATOR),
          null,
          "10.0.0.1",
          "r-1",
          Channel.REST,
          null,
          null);

  private static final AtomicLong NUMBERS = new AtomicLong(6_200_000_000_000_000_000L);
  private final Map<UUID, AccountRef> accounts = new ConcurrentHashMap<>();
  private final ZoneId zone;

  /** What bounds payments out; nothing unless a test says so. */
  volatile PaymentGuard guard = payment -> {};

  /** Movements that belong to deeds of other modules. */
  final Set<UUID> owned = ConcurrentHashMap.newKeySet();

  private volatile Instant now = Instant.parse("2026-03-02T02:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return zone;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  Vault() {
    this(ZoneId.of("Asia/Shanghai"));
  }

  /** The ledger of a bank in another time zone. */
  Vault(ZoneId zone) {
    this.zone = zone;
  }

  void itIs(String instant) {
    now = Instant.parse(instant);
  }

  /** An account of this type of a new customer. */
  UUID account(AccountType type) {
    return account(type, Ids.next());
  }

  /** An account of this type of this customer. */
  UUID account(AccountType type, UUID customerId) {
    UUID id = Ids.next();
    String number = Long.toString(NUMBERS.incrementAndGet());
    accounts.put(id, new AccountRef(id, number, customerId, type, AccountStatus.OPEN));
    return id;
  }

  String number(UUID accountId) {
    return accounts.get(accountId).number();
  }

  AccountRef ref(UUID accountId) {
    return accounts.get(accountId);
  }

  void becomes(UUID accountId, AccountStatus status) {
    accounts.computeIfPresent(
        accountId,
        (id, was) -> new AccountRef(id, was.number(), was.customerId(), was.type(), status));
  }

  MovementView book(UUID account, MovementKind kind, String amount) {
    return book(account, kind, amount, kind.namesCounterparty() ? "某商户" : null);
  }

  MovementView transfer(UUID from, UUID to, String amount) {
    return book(from, MovementKind.TRANSFER, amount, number(to));
  }

  MovementView book(UUID account, MovementKind kind, String amount, String counterparty) {
    return as(
        facade ->
            facade.book(new BookMovement(account, kind, Money.cny(amount), counterparty, null)));
  }

  MovementView reverse(MovementView wrong) {
    return as(
        facade ->
            facade.reverse(new ReverseMovement(wrong.accountId(), wrong.movementId(), "记错账户")));
  }

  /** One call of the payments that other modules make, in a transaction of its own. */
  MovementView pays(Function<Payments, MovementView> call) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              try {
                return CallContext.callAs(
                    TELLER,
                    () ->
                        call.apply(
                            new LedgerPayments(ledger(em), directory(), new Limits(em, clock))));
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  Money balance(UUID account) {
    return as(facade -> facade.balance(account)).balance();
  }

  LimitUse use(UUID account, LimitKind kind) {
    return as(facade -> facade.balance(account)).limits().stream()
        .filter(use -> use.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** One call of the facade, in a transaction of its own. */
  <T> T as(Function<DepositsFacade, T> call) {
    return TestDatabase.get().inTransaction(em -> within(em, call));
  }

  <T> T within(EntityManager em, Function<DepositsFacade, T> call) {
    try {
      return CallContext.callAs(TELLER, () -> call.apply(facade(em)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  MoneyLedger ledger(EntityManager em) {
    return new MoneyLedger(
        em, directory(), new Limits(em, clock), new PaymentGuards(List.of(guard)), clock);
  }

  private DepositsFacade facade(EntityManager em) {
    return new DepositsFacade(
        directory(),
        customers(),
        ledger(em),
        new MovementOwners(List.of(ids -> owned)),
        new Limits(em, clock),
        new DepositBooks(em));
  }

  private AccountDirectory directory() {
    return new AccountDirectory() {
      @Override
      public Optional<AccountRef> find(UUID accountId) {
        return Optional.ofNullable(accounts.get(accountId));
      }

      @Override
      public List<AccountRef> ofCustomer(UUID customerId) {
        return accounts.values().stream()
            .filter(one -> one.customerId().equals(customerId))
            .toList();
      }

      @Override
      public Optional<AccountRef> findByNumber(String number) {
        return accounts.values().stream().filter(one -> one.number().equals(number)).findFirst();
      }
    };
  }

  /** Everybody is there, and nobody may see the customers of {@link #foreign}. */
  private CustomerDirectory customers() {
    return (CustomerDirectory)
        Proxy.newProxyInstance(
            Vault.class.getClassLoader(),
            new Class<?>[] {CustomerDirectory.class},
            (proxy, method, args) -> {
              UUID id = (UUID) args[0];
              if (method.getName().equals("requireUnder")) {
                id = turnedOut.getOrDefault(id, id);
              } else {
                throw new UnsupportedOperationException(method.getName());
              }
              if (id.equals(foreign)) {
                throw new HeyiException(CommonError.OTHER_BRANCH);
              }
              return new CustomerRef(id, "C1", "张伟", "B0101", IdentityStatus.VERIFIED);
            });
  }

  /** Debits are credits, and every balance and every use is what the entries say. */
  void assertBalanced() {
    DepositsTrialBalance books = as(DepositsFacade::trialBalance);
    assertThat(books.difference()).isEqualTo(Money.cny("0"));
    assertThat(books.wrongBalances()).isZero();
    assertThat(books.wrongUses()).isZero();
  }

  /** A customer of another branch. */
  final UUID foreign = Ids.next();

  /** Who records have turned out to be. */
  final Map<UUID, UUID> turnedOut = new ConcurrentHashMap<>();
}
