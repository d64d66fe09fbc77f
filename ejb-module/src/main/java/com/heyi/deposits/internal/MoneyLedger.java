package com.heyi.deposits.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.deposits.AccountBalance;
import com.heyi.deposits.BookMovement;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.LimitKind;
import com.heyi.deposits.MovementBooked;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.PaymentOut;
import com.heyi.deposits.ReverseMovement;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Books what moves. Whoever moves an account's money first takes the row of its balance and keeps
 * it to the end of the transaction; several are taken in the order of their ids, so that no two
 * transfers wait for each other in a circle. The bank's own side has no row at all.
 */
@ApplicationScoped
public class MoneyLedger {
  /** More than any retail payment, and far below what the columns hold. */
  static final Money GREATEST = Money.cny("1000000000.00");

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private AccountDirectory accounts;
  @Inject private Limits limits;
  @Inject private PaymentGuards guards;
  @Inject private Clock clock;

  /** Who hears what was booked, in the transaction that books it. */
  private Consumer<MovementBooked> listeners = movement -> {};

  protected MoneyLedger() {}

  public MoneyLedger(
      EntityManager em,
      AccountDirectory accounts,
      Limits limits,
      PaymentGuards guards,
      Clock clock) {
    this.em = em;
    this.accounts = accounts;
    this.limits = limits;
    this.guards = guards;
    this.clock = clock;
  }

  /** Lets these hear what is booked. */
  @Inject
  public void tell(Event<MovementBooked> events) {
    listeners = events::fire;
  }

  /** The same for tests, which listen themselves. */
  public MoneyLedger telling(Consumer<MovementBooked> others) {
    listeners = others;
    return this;
  }

  /** Books a movement; the answer is the line on the account that the command names. */
  public MovementView book(BookMovement command) {
    if (!command.kind().isBookedByPeople()) {
      throw CommonError.invalid("kind", DepositsError.KIND);
    }
    return bookForOthers(command);
  }

  /** Books a movement that is part of another module's deed, such as redress for a complaint. */
  MovementView bookForOthers(BookMovement command) {
    checkForm(command);
    UUID otherId = counterparty(command);
    Map<UUID, Balance> held = hold(command.accountId(), otherId);
    // Read after the balances are held, so that a closing that came first is seen.
    AccountRef account = stored(command.accountId());
    AccountRef other = otherId == null ? null : stored(otherId);
    Entry entry =
        new Entry(
            command.kind(),
            command.amount(),
            command.counterparty(),
            command.memo(),
            null,
            clock,
            CallContext.current().user());
    if (command.kind().isIn()) {
      return enter(entry, account, other, command.amount(), held);
    }
    try {
      return enter(entry, account, other, command.amount().negated(), held);
    } catch (HeyiException e) {
      if (goesToSomebodyElse(account, other)) {
        guards.declined(payment(entry, account), e);
      }
      throw e;
    }
  }

  private static PaymentOut payment(Entry entry, AccountRef account) {
    return new PaymentOut(account, entry.kind(), entry.amount(), entry.bookedOn());
  }

  private boolean goesToSomebodyElse(AccountRef account, AccountRef other) {
    return other == null || !accounts.ofOneCustomer(account, other);
  }

  private MovementView enter(
      Entry entry, AccountRef account, AccountRef other, Money delta, Map<UUID, Balance> held) {
    Posting line = post(entry, account, other, delta, held);
    if (other == null) {
      entry.post(SystemAccount.of(entry.kind()), delta.negated());
    } else {
      post(entry, other, account, delta.negated(), held);
    }
    em.persist(entry);
    return line.view();
  }

  private Posting post(
      Entry entry, AccountRef account, AccountRef other, Money delta, Map<UUID, Balance> held) {
    AFrozenAccountPaysNothingOut.check(account, !delta.isNegative());
    Balance balance = held.get(account.id());
    boolean counts = !ATransferWithTheBoundAccountIsFree.holdsFor(account, other);
    AMovementKeepsWithinTheLimits.check(
        account.number(),
        delta,
        counts,
        limits.uses(account.id(), account.type(), balance.amount(), entry.bookedOn()));
    if (delta.isNegative() && goesToSomebodyElse(account, other)) {
      guards.check(payment(entry, account));
    }
    Money before = balance.amount();
    Posting posting = entry.post(balance, delta, counts);
    note(account.id(), before, balance.amount());
    if (counts) {
      limits.count(account.id(), entry.bookedOn(), delta);
    }
    listeners.accept(booked(entry, account.id(), account.customerId(), other, delta));
    return posting;
  }

  /** Takes a movement back, by an entry with all its legs turned round. */
  public MovementView reverse(ReverseMovement command) {
    Entry wrong = em.find(Entry.class, command.movementId());
    if (wrong == null
        || wrong.postings().stream()
            .noneMatch(leg -> command.accountId().equals(leg.accountId()))) {
      throw new HeyiException(CommonError.NOT_FOUND, command.movementId());
    }
    if (wrong.kind() == MovementKind.REVERSAL) {
      throw new HeyiException(DepositsError.IS_REVERSAL);
    }
    UUID[] ids =
        wrong.postings().stream()
            .filter(Posting::isCustomers)
            .map(Posting::accountId)
            .toArray(UUID[]::new);
    Map<UUID, Balance> held = hold(ids);
    if (isReversed(wrong.id())) {
      throw new HeyiException(DepositsError.REVERSED);
    }
    Entry entry =
        new Entry(
            MovementKind.REVERSAL,
            wrong.amount(),
            wrong.counterparty(),
            command.reason(),
            wrong.id(),
            clock,
            CallContext.current().user());
    Posting line = null;
    for (Posting leg : wrong.postings()) {
      if (!leg.isCustomers()) {
        entry.post(leg.systemAccount(), leg.amount().negated());
        continue;
      }
      AFrozenAccountPaysNothingOut.check(stored(leg.accountId()), leg.amount().isNegative());
      Balance balance = held.get(leg.accountId());
      Money before = balance.amount();
      Posting back = entry.post(balance, leg.amount().negated(), false);
      note(leg.accountId(), before, balance.amount());
      noteBeyondLimit(stored(leg.accountId()), entry, balance.amount());
      if (leg.counts()) {
        limits.giveBack(leg.accountId(), leg.bookedOn(), leg.amount());
      }
      listeners.accept(
          booked(
              entry,
              leg.accountId(),
              stored(leg.accountId()).customerId(),
              otherOf(wrong, leg),
              leg.amount().negated()));
      line = leg.accountId().equals(command.accountId()) ? back : line;
    }
    em.persist(entry);
    return line.view();
  }

  /** The account here on the other side of a leg, or null. */
  private AccountRef otherOf(Entry entry, Posting leg) {
    return entry.postings().stream()
        .filter(Posting::isCustomers)
        .filter(each -> !each.accountId().equals(leg.accountId()))
        .findFirst()
        .map(each -> stored(each.accountId()))
        .orElse(null);
  }

  private static MovementBooked booked(
      Entry entry, UUID account, UUID customer, AccountRef other, Money delta) {
    return new MovementBooked(
        entry.id(),
        account,
        customer,
        other == null ? null : other.customerId(),
        delta,
        entry.takesBack(),
        entry.bookedOn(),
        entry.bookedAt());
  }

  /**
   * Gives back a part of a purchase; its use of limits is given back on the day of the purchase.
   */
  MovementView refund(UUID movementId, Money amount, String memo) {
    Entry purchase = em.find(Entry.class, movementId);
    if (purchase == null || purchase.kind() != MovementKind.PURCHASE) {
      throw new HeyiException(CommonError.NOT_FOUND, movementId);
    }
    Posting paid =
        purchase.postings().stream().filter(Posting::isCustomers).findFirst().orElseThrow();
    AccountRef payer = stored(paid.accountId());
    AccountRef taker =
        ARefundGoesToTheAccountThatPaid.choose(payer, accounts.ofCustomer(payer.customerId()));
    Map<UUID, Balance> held = hold(payer.id(), taker.id());
    // Again under the lock, which a closing takes too.
    AFrozenAccountPaysNothingOut.check(stored(taker.id()), true);
    Money left = purchase.amount().minus(refunded(movementId));
    if (amount.compareTo(left) > 0 || amount.isZero() || amount.isNegative()) {
      throw new HeyiException(DepositsError.REFUND_TOO_MUCH, amount.amount(), left.amount());
    }
    Entry entry = Entry.refunding(purchase, amount, memo, clock, CallContext.current().user());
    Balance balance = held.get(taker.id());
    Money before = balance.amount();
    Posting line = entry.post(balance, amount, false);
    entry.post(SystemAccount.MALL, amount.negated());
    note(taker.id(), before, balance.amount());
    noteBeyondLimit(taker, entry, balance.amount());
    if (paid.counts()) {
      limits.giveBack(payer.id(), paid.bookedOn(), amount.negated());
    }
    em.persist(entry);
    // What comes back in parts neither comes nor goes; all of it takes the payment back.
    if (amount.equals(purchase.amount())) {
      listeners.accept(booked(entry, taker.id(), payer.customerId(), null, amount));
    }
    return line.view();
  }

  private Money refunded(UUID movementId) {
    // Another refund of the same transaction may not have been written yet.
    em.flush();
    BigDecimal sum =
        NamedSql.values(
                em,
                "select coalesce(sum(amount), 0) from deposits.entry where refunds = :id",
                BigDecimal.class)
            .setParameter("id", movementId)
            .getSingleResult();
    return new Money(sum, Money.CNY);
  }

  /** What movements of these kinds moved on the customers' accounts, by the movement. */
  Map<UUID, Money> moved(Collection<UUID> movementIds, MovementKind... kinds) {
    return movementIds.isEmpty()
        ? Map.of()
        : em.createQuery(
                "select p.entry.id, p.amount from Posting p where p.accountId is not null"
                    + " and p.entry.id in :ids and p.entry.kind in :kinds",
                Object[].class)
            .setParameter("ids", movementIds)
            .setParameter("kinds", List.of(kinds))
            .getResultStream()
            .collect(Collectors.toMap(line -> (UUID) line[0], line -> (Money) line[1]));
  }

  /** Why a movement was booked. */
  public Optional<MovementKind> kindOf(UUID movementId) {
    return Optional.ofNullable(em.find(Entry.class, movementId)).map(Entry::kind);
  }

  /** What lies in an account, and its limits today. */
  public AccountBalance balance(AccountRef account) {
    Balance balance = em.find(Balance.class, account.id());
    Money amount = balance == null ? Money.zero(Money.CNY) : balance.amount();
    return new AccountBalance(
        account.id(),
        amount,
        balance == null ? 0 : balance.movements(),
        limits.uses(account.id(), account.type(), amount, LocalDate.now(clock)));
  }

  /** What lies in these accounts, by the account. */
  Map<UUID, Money> balances(Collection<UUID> accountIds) {
    Map<UUID, Money> balances = new HashMap<>();
    accountIds.forEach(id -> balances.put(id, Money.zero(Money.CNY)));
    if (!balances.isEmpty()) {
      em.createQuery("from Balance b where b.accountId in :ids", Balance.class)
          .setParameter("ids", balances.keySet())
          .getResultStream()
          .forEach(balance -> balances.put(balance.accountId(), balance.amount()));
    }
    return balances;
  }

  /** Holds an account's balance to the end of the transaction, and tells what lies there. */
  Money hold(UUID accountId) {
    return hold(new UUID[] {accountId}).get(accountId).amount();
  }

  /** A part of an account's statement; see the facade for its filters and sorts. */
  public Page<MovementView> statement(UUID accountId, PageRequest request) {
    Page<Posting> lines = lines(accountId, request);
    Map<UUID, Posting> reversals =
        reversals(accountId, lines.items().stream().map(Posting::movementId).toList());
    return new Page<>(
        lines.items().stream().map(line -> line.view(reversals.get(line.movementId()))).toList(),
        lines.nextCursor(),
        lines.total());
  }

  /** The account's lines that took these movements back, by the movement. */
  private Map<UUID, Posting> reversals(UUID accountId, Collection<UUID> movementIds) {
    return movementIds.isEmpty()
        ? Map.of()
        : em.createQuery(
                "select p from Posting p join fetch p.entry e"
                    + " where p.accountId = :account and e.reverses in :movements",
                Posting.class)
            .setParameter("account", accountId)
            .setParameter("movements", movementIds)
            .getResultStream()
            .collect(Collectors.toMap(Posting::reverses, Function.identity()));
  }

  private Page<Posting> lines(UUID accountId, PageRequest request) {
    return Listing.of(Posting.class, Sort.descending("seq"))
        .sort("seq", "seq")
        .filter("kind", Filter.oneOf("entry.kind", MovementKind.class))
        .filter("from", Filter.fromDay("entry.bookedAt", clock.getZone()))
        .filter("to", Filter.toDay("entry.bookedAt", clock.getZone()))
        .only(Filter.id("accountId"), accountId.toString())
        .page(em, request, Function.identity());
  }

  private static void checkForm(BookMovement command) {
    Money amount = command.amount();
    if (!amount.currency().equals(Money.CNY)
        || amount.isNegative()
        || amount.isZero()
        || amount.compareTo(GREATEST) > 0) {
      throw CommonError.invalid("amount", DepositsError.AMOUNT, GREATEST.amount());
    }
    if (command.kind().namesCounterparty() && command.counterparty() == null) {
      throw CommonError.invalid("counterparty", DepositsError.COUNTERPARTY_MISSING);
    }
  }

  /** The other account at this bank, or null when the other side is elsewhere. */
  private UUID counterparty(BookMovement command) {
    if (command.kind() != MovementKind.TRANSFER) {
      return null;
    }
    AccountRef other =
        accounts
            .findByNumber(command.counterparty())
            .orElseThrow(
                () ->
                    new HeyiException(DepositsError.COUNTERPARTY_UNKNOWN, command.counterparty()));
    if (other.id().equals(command.accountId())) {
      throw new HeyiException(DepositsError.SAME_ACCOUNT);
    }
    return other.id();
  }

  /** Holds the balances, in the order of the ids, making those that are not there yet. */
  Map<UUID, Balance> hold(Collection<UUID> accountIds) {
    // As text, whose order is the database's: Java compares the halves of an id with their signs.
    String[] ordered =
        accountIds.stream().map(UUID::toString).distinct().sorted().toArray(String[]::new);
    em.createNativeQuery(
            "insert into deposits.balance (account_id, amount, movements)"
                + " select id, 0, 0 from unnest(cast(:ids as uuid[])) id order by id"
                + " on conflict do nothing")
        .setParameter("ids", ordered)
        .executeUpdate();
    Map<UUID, Balance> held = new LinkedHashMap<>();
    for (String text : ordered) {
      UUID id = UUID.fromString(text);
      held.put(id, em.find(Balance.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
    return held;
  }

  private Map<UUID, Balance> hold(UUID... accountIds) {
    return hold(Stream.of(accountIds).filter(Objects::nonNull).toList());
  }

  private AccountRef stored(UUID accountId) {
    return accounts
        .find(accountId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, accountId));
  }

  private boolean isReversed(UUID movementId) {
    return em.createQuery("select count(e) from Entry e where e.reverses = :id", Long.class)
            .setParameter("id", movementId)
            .getSingleResult()
        > 0;
  }

  /**
   * What comes back is bound by no limit, for else a mistake could not be corrected. That more lies
   * in the account than may be paid into it then is noted.
   */
  private void noteBeyondLimit(AccountRef account, Entry entry, Money balance) {
    Money limit = limits.on(account.type(), entry.bookedOn()).get(LimitKind.BALANCE);
    if (limit != null && balance.compareTo(limit) > 0) {
      ChangeLog.note(
          "account", account.id(), "beyondBalanceLimit", null, balance.minus(limit).amount());
    }
  }

  private static void note(UUID accountId, Money before, Money after) {
    ChangeLog.note("account", accountId, "balance", before.amount(), after.amount());
  }
}
