package com.heyi.winddown.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AppRegister;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.Payments;
import com.heyi.mall.GrantView;
import com.heyi.mall.MallTakeover;
import com.heyi.promotions.CouponTakeover;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.winddown.HoldingKind;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves one customer with all that the old app owes him: points into the one ledger with their last
 * day, those that are over expire, money into an account of his that can take it, else it is
 * refunded; open orders into the one mall when it has what was ordered, else they are given back;
 * coupons as coupons of the kind that they become; and writes his proof.
 */
@ApplicationScoped
public class MigratesACustomer {
  private Plans plans;
  private AppRegister apps;
  private CustomerDirectory customers;
  private AccountDirectory accounts;
  private MallTakeover mall;
  private CouponTakeover coupons;
  private Payments payments;
  private Clock clock;

  protected MigratesACustomer() {}

  @Inject
  public MigratesACustomer(
      Plans plans,
      AppRegister apps,
      CustomerDirectory customers,
      AccountDirectory accounts,
      MallTakeover mall,
      CouponTakeover coupons,
      Payments payments,
      Clock clock) {
    this.plans = plans;
    this.apps = apps;
    this.customers = customers;
    this.accounts = accounts;
    this.mall = mall;
    this.coupons = coupons;
    this.payments = payments;
    this.clock = clock;
  }

  /**
   * Asks whether he can be migrated, before anything of him is booked.
   *
   * @throws HeyiException when he is not served any more
   */
  CustomerRef admit(UUID customer) {
    return customers.requireServed(customer);
  }

  /**
   * A customer who is about to be migrated, and where his things go.
   *
   * @param holdings all that is left of his in the old app
   * @param moves what was booked of it so far
   */
  record Moving(CustomerRef customer, List<Holding> holdings, UUID proof, List<Move> moves) {
    Moving(CustomerRef customer, List<Holding> holdings) {
      this(customer, holdings, Ids.next(), new ArrayList<>());
    }

    private boolean hasMoney() {
      return of(HoldingKind.MONEY).findAny().isPresent();
    }

    private Stream<Holding> of(HoldingKind kind) {
      return holdings.stream().filter(holding -> holding.kind() == kind);
    }
  }

  /**
   * Books what customers get, and answers what is to be written of it. Written for a whole slice at
   * once, because each query between would make the mapper look through all that was written
   * before. All points of the slice are held first, then all its accounts, and all stock last:
   * whoever orders here holds his points before his account and the stock, and a transfer holds
   * accounts in the order of their ids, as they are held here.
   *
   * @throws HeyiException {@link WindDownError#MIGRATION_STOPPED} when something cannot be booked;
   *     a part may be booked then, so the transaction must be rolled back
   */
  List<Migrated> migrate(Plan plan, List<Moving> all) {
    mall.holdPoints(all.stream().map(one -> one.customer().id()).toList());
    Map<UUID, List<AccountRef>> takers = holdAccounts(all);
    all.forEach(one -> orStop(one.customer(), () -> balances(plan, one, takers)));
    mall.holdStock(
        all.stream()
            .flatMap(one -> one.of(HoldingKind.ORDER))
            .map(Holding::what)
            .collect(Collectors.toSet()));
    all.forEach(one -> orStop(one.customer(), () -> orders(plan, one)));
    return all.stream().map(one -> migrated(plan, one)).toList();
  }

  /**
   * Holds the accounts that may take what customers are owed in money, and tells whose they are.
   */
  private Map<UUID, List<AccountRef>> holdAccounts(List<Moving> all) {
    Map<UUID, List<AccountRef>> open = new HashMap<>();
    accounts
        .ofCustomers(all.stream().filter(Moving::hasMoney).map(one -> one.customer().id()).toList())
        .forEach((customer, his) -> open.put(customer, open(his)));
    payments.hold(open.values().stream().flatMap(List::stream).map(AccountRef::id).toList());
    return open;
  }

  private static List<AccountRef> open(List<AccountRef> his) {
    return his.stream()
        .filter(account -> account.status() == AccountStatus.OPEN)
        .sorted(Comparator.comparing(AccountRef::type))
        .toList();
  }

  private static void orStop(CustomerRef customer, Runnable booking) {
    try {
      booking.run();
    } catch (HeyiException e) {
      // A part of him may be booked: the run stops and the slice is undone, he with it.
      String why = Texts.get(CallContext.current().locale(), e.code(), e.args().toArray());
      throw new HeyiException(
          WindDownError.MIGRATION_STOPPED, List.of(customer.number(), why), List.of(), e);
    }
  }

  private void balances(Plan plan, Moving one, Map<UUID, List<AccountRef>> takers) {
    UUID customer = one.customer().id();
    for (Holding holding : one.holdings()) {
      switch (holding.kind()) {
        case POINTS -> one.moves().add(points(plan, customer, holding, one.proof()));
        case MONEY -> one.moves().add(money(plan, takers.get(customer), holding, one.proof()));
        case COUPON -> one.moves().add(coupon(plan, customer, holding, one.proof()));
        case ORDER -> {}
      }
    }
  }

  private void orders(Plan plan, Moving one) {
    one.of(HoldingKind.ORDER)
        .collect(Collectors.groupingBy(Holding::ref, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(lines -> one.moves().addAll(order(plan, one.customer(), lines, one.proof())));
  }

  private Migrated migrated(Plan plan, Moving one) {
    UUID customer = one.customer().id();
    Set<UUID> paidBack =
        one.moves().stream()
            .filter(Move::isPaidBack)
            .map(Move::holdingId)
            .collect(Collectors.toSet());
    return new Migrated(
        customer,
        new Proof(one.proof(), plan.id(), customer, one.holdings(), one.moves(), clock.instant()),
        one.moves(),
        one.holdings().stream().filter(holding -> paidBack.contains(holding.id())).toList());
  }

  /** Writes what was booked for customers, and lets the app that they go to know them. */
  void write(Plan plan, List<Migrated> all) {
    apps.introduce(all.stream().map(Migrated::customer).toList(), plan.into());
    all.forEach(one -> plans.add(one.proof()));
    plans.flush();
    all.forEach(one -> one.moves().forEach(plans::add));
    plans.flush();
    for (Migrated one : all) {
      one.refunded()
          .forEach(holding -> plans.refund(plan.id(), one.customer(), holding, clock.instant()));
    }
  }

  /**
   * What is to be written of one customer.
   *
   * @param customer who
   * @param proof his proof
   * @param moves where each of his balances went
   * @param refunded those of them that are paid back
   */
  record Migrated(UUID customer, Proof proof, List<Move> moves, List<Holding> refunded) {}

  private Move points(Plan plan, UUID customer, Holding holding, UUID proof) {
    Money none = Money.zero(Money.CNY);
    if (holding.isExpiredOn(LocalDate.now(clock))) {
      return new Move(holding.id(), proof, Move.Outcome.EXPIRED, holding.points(), none, null);
    }
    GrantView granted = mall.takeOver(customer, holding.points(), holding.expiresOn(), note(plan));
    return new Move(
        holding.id(), proof, Move.Outcome.GRANTED, granted.points(), none, granted.entryId());
  }

  private Move coupon(Plan plan, UUID customer, Holding holding, UUID proof) {
    Money none = Money.zero(Money.CNY);
    if (holding.isExpiredOn(LocalDate.now(clock))) {
      return new Move(holding.id(), proof, Move.Outcome.EXPIRED, Points.ZERO, none, null);
    }
    UUID here =
        coupons.takeOver(
            customer, holding.what(), holding.expiresOn(), plan.app() + " " + holding.ref());
    return new Move(holding.id(), proof, Move.Outcome.ISSUED, Points.ZERO, none, here);
  }

  /**
   * An order goes as a whole. One that was paid in money too is given back: whoever has the money
   * is not this mall, so it could not give it back later.
   */
  private List<Move> order(Plan plan, CustomerRef customer, List<Holding> lines, UUID proof) {
    boolean inPoints = lines.stream().allMatch(line -> line.amount().isZero());
    Optional<UUID> placed =
        inPoints ? mall.takeOverOrder(open(plan, customer, lines), note(plan)) : Optional.empty();
    return lines.stream()
        .map(
            line ->
                placed
                    .map(
                        order ->
                            new Move(
                                line.id(),
                                proof,
                                Move.Outcome.PLACED,
                                line.points(),
                                line.amount(),
                                order))
                    .orElseGet(() -> givenBack(plan, customer.id(), line, proof)))
        .toList();
  }

  private static MallTakeover.OpenOrder open(Plan plan, CustomerRef customer, List<Holding> lines) {
    // The earliest day of its lines, so that no point lives longer than it did there.
    LocalDate earliest =
        lines.stream()
            .map(Holding::expiresOn)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new MallTakeover.OpenOrder(
        customer.id(),
        customer.branch(),
        plan.app() + ":" + lines.get(0).ref(),
        earliest,
        lines.stream()
            .map(line -> new MallTakeover.Line(line.what(), line.quantity(), line.points()))
            .toList());
  }

  private Move givenBack(Plan plan, UUID customer, Holding line, UUID proof) {
    UUID entry =
        line.points().isZero()
            ? null
            : mall.giveBack(customer, line.points(), line.expiresOn(), note(plan)).entryId();
    return new Move(line.id(), proof, Move.Outcome.GIVEN_BACK, line.points(), line.amount(), entry);
  }

  private static String note(Plan plan) {
    return BookNote.of("note.taken-over", plan.app());
  }

  private Move money(Plan plan, List<AccountRef> takers, Holding holding, UUID proof) {
    return payIn(plan, takers, holding)
        .map(
            movement ->
                new Move(
                    holding.id(),
                    proof,
                    Move.Outcome.DEPOSITED,
                    Points.ZERO,
                    holding.amount(),
                    movement))
        .orElseGet(
            () ->
                new Move(
                    holding.id(),
                    proof,
                    Move.Outcome.REFUNDED,
                    Points.ZERO,
                    holding.amount(),
                    null));
  }

  /** Pays into the fullest of his accounts that may take it; the movement, or empty. */
  private Optional<UUID> payIn(Plan plan, List<AccountRef> takers, Holding holding) {
    for (AccountRef account : takers) {
      try {
        return Optional.of(
            payments.payIn(account.id(), holding.amount(), plan.app(), note(plan)).movementId());
      } catch (HeyiException e) {
        // Its limits do not allow so much, or it was closed meanwhile: another account may take it,
        // else it is refunded. Neither has booked anything.
        if (e.error() != DepositsError.LIMIT && e.error() != DepositsError.NOT_USABLE) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }
}
