package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.ActivatePoints;
import com.heyi.mall.AdjustPoints;
import com.heyi.mall.BalanceOn;
import com.heyi.mall.BalanceStates;
import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.LedgerAccount;
import com.heyi.mall.MallError;
import com.heyi.mall.Posted;
import com.heyi.mall.ReverseGrant;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Corrects points: by hand, by reversing a grant, by letting locked points go free. Each is a new
 * entry; what it corrects stays as it was written.
 */
@ApplicationScoped
public class Corrections {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private Gathering gathering;
  @Inject private ExpiryRules rules;

  protected Corrections() {}

  Corrections(EntityManager em, Clock clock, CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.gathering = new Gathering(em, clock, customers);
    this.rules = new ExpiryRules(em, clock);
  }

  /**
   * Corrects by hand.
   *
   * @throws HeyiException {@link MallError#ADJUST_AMOUNT}, {@link MallError#EFFECTIVE_ON}, {@link
   *     MallError#POINTS_EXPIRY_PAST}, {@link MallError#POINTS_INSUFFICIENT}, {@link
   *     MallError#BACKDATED_TOO_MUCH}
   */
  public Posted adjust(AdjustPoints command) {
    Ledger.Held held = ledger.hold(command.customerId(), LocalDate.now(clock));
    Entry entry = adjustment(command, held.wallet());
    ledger.write(held, entry);
    return Entries.booked(entry, held.wallet());
  }

  /** What {@link #adjust} would book; it fails as that would, and stores nothing. */
  public Posted tryAdjust(AdjustPoints command) {
    Wallet wallet = ledger.look(command.customerId(), LocalDate.now(clock));
    return Entries.tried(adjustment(command, wallet), wallet);
  }

  private Entry adjustment(AdjustPoints command, Wallet wallet) {
    long points = command.points();
    if (points == 0 || points > GrantPoints.MOST || points < -GrantPoints.MOST) {
      throw new HeyiException(MallError.ADJUST_AMOUNT, GrantPoints.MOST);
    }
    UUID customerId = command.customerId();
    String reason = command.reason().strip();
    LocalDate on = ledger.effective(customerId, command.effectiveOn());
    if (points > 0) {
      LocalDate last =
          command.expiresOn() == null ? rules.lastDay(GrantKind.STANDARD, on) : command.expiresOn();
      if (last != null && last.isBefore(LocalDate.now(clock))) {
        throw new HeyiException(MallError.POINTS_EXPIRY_PAST, last);
      }
      return Entry.adjustUp(
          customerId, wallet.add(Lot.adjusted(Points.of(points), on, last)), reason);
    }
    List<Taken> taken = wallet.take(Points.of(-points));
    if (on.isBefore(LocalDate.now(clock))) {
      long least = ledger.leastSince(customerId, on);
      if (-points > least) {
        throw new HeyiException(MallError.BACKDATED_TOO_MUCH, -points, least);
      }
    }
    return Entry.adjustDown(customerId, taken, reason, on);
  }

  /**
   * Reverses a grant or a correction upwards, once. What of it lies under other records of the same
   * person is taken too.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#NOT_REVERSIBLE}, {@link
   *     MallError#GRANT_REVERSED}, {@link MallError#REVERSAL_SPENT}
   */
  public Posted reverse(ReverseGrant command) {
    UUID customerId = command.customerId();
    Given given = given(customerId, command.entryId());
    ChangeLog.weigh(given.points().amount());
    Whereabouts held = gathering.hold(given.lotId());
    requireStanding(command.entryId());
    Whereabouts found = gathering.gather(customerId, held, command.reason().strip());
    Ledger.Held own = ledger.hold(customerId, LocalDate.now(clock), found.lotsOf(customerId));
    ReversedGrant reversed = reversed(command, given, own.wallet(), found);
    Map<UUID, Wallet> others = waive(reversed.waived(), own.wallet(), found);
    Entry entry = reversal(command, given, reversed);
    ledger.write(own, entry);
    others.values().forEach(wallet -> ledger.writeWaivers(entry, wallet));
    ledger.noteDue(customerId);
    return Entries.booked(entry, own.wallet());
  }

  /** What {@link #reverse} would book; it fails as that would, and stores nothing. */
  public Posted tryReverse(ReverseGrant command) {
    UUID customerId = command.customerId();
    Given given = given(customerId, command.entryId());
    requireStanding(command.entryId());
    Whereabouts found = Whereabouts.of(em, given.lotId());
    Wallet wallet = ledger.look(customerId, LocalDate.now(clock), found.lotsOf(customerId));
    gathering.tryGather(customerId, found, wallet);
    return Entries.tried(reversal(command, given, reversed(command, given, wallet, found)), wallet);
  }

  private ReversedGrant reversed(
      ReverseGrant command, Given given, Wallet wallet, Whereabouts found) {
    return ReversedGrant.of(
        wallet,
        wallet.lot(given.lotId()),
        given.points().minus(found.lost(wallet.today())),
        command.waiveWhatIsSpent());
  }

  /**
   * Gives up points of a lot where they may come back, under whichever record of the person that
   * is, and the rest in the lot itself. What somebody else has paid with, as the records were
   * parted, is his when it comes back.
   *
   * @param own the wallet of the record of the lot
   * @return the wallets of other records in which something was given up, by record
   */
  private Map<UUID, Wallet> waive(Points points, Wallet own, Whereabouts found) {
    if (points.isZero()) {
      return Map.of();
    }
    Set<UUID> his = gathering.recordsOfPerson(found.lot().customerId());
    Map<UUID, Wallet> others = new LinkedHashMap<>();
    Points open = points;
    for (Whereabouts.Out out : found.mayComeBack(own.today())) {
      if (open.isZero()) {
        break;
      }
      if (!his.contains(out.customerId())) {
        continue;
      }
      Points here = open.min(out.points());
      Wallet wallet =
          own.has(out.lotId())
              ? own
              : others.computeIfAbsent(
                  out.customerId(), other -> ledger.look(other, own.today(), found.lotsOf(other)));
      wallet.lot(out.lotId()).waive(here);
      open = open.minus(here);
    }
    own.lot(found.lot().lotId()).waive(open);
    return others;
  }

  private Entry reversal(ReverseGrant command, Given given, ReversedGrant reversed) {
    ChangeLog.note("customer", command.customerId(), "pointsWaived", 0, reversed.waived().amount());
    return Entry.reverse(
        command.customerId(),
        command.entryId(),
        given.kind() == EntryKind.GRANT ? LedgerAccount.ISSUED : LedgerAccount.ADJUSTED,
        command.reason().strip(),
        LocalDate.now(clock),
        reversed.taken(),
        reversed.fromLocked());
  }

  /** What an entry gave. */
  private record Given(EntryKind kind, UUID lotId, Points points) {}

  private Given given(UUID customerId, UUID entryId) {
    record Found(EntryKind kind, UUID lotId, long amount) {}
    Found found =
        new Sql(em)
            .one(
                row ->
                    new Found(
                        EntryKind.valueOf(row.getString("kind")),
                        Sql.uuid(row, "lot_id"),
                        row.getLong("amount")),
                "select e.kind, p.lot_id, p.amount from mall.ledger_entry e left join mall.posting"
                    + " p on p.entry_id = e.id and p.account in ('CUSTOMER', 'LOCKED') where e.id ="
                    + " ? and e.customer_id = ? order by p.seq limit 1",
                entryId,
                customerId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, entryId));
    boolean gives = found.kind() == EntryKind.GRANT || found.kind() == EntryKind.ADJUST;
    if (!gives || found.amount() <= 0) {
      throw new HeyiException(MallError.NOT_REVERSIBLE, found.kind());
    }
    return new Given(found.kind(), found.lotId(), Points.of(found.amount()));
  }

  private void requireStanding(UUID entryId) {
    if (gathering.isTakenBack(entryId)) {
      throw new HeyiException(MallError.GRANT_REVERSED);
    }
  }

  /**
   * Makes points usable that wait for an event.
   *
   * @throws HeyiException {@link MallError#NOTHING_LOCKED}
   */
  public Posted activate(ActivatePoints command) {
    UUID customerId = command.customerId();
    Ledger.Held held = ledger.hold(customerId, LocalDate.now(clock), ledger.lockedLots(customerId));
    List<Taken> freed = held.wallet().activate(lot -> command.event().equals(lot.unlocking().by()));
    if (freed.isEmpty()) {
      throw new HeyiException(MallError.NOTHING_LOCKED, command.event());
    }
    Entry entry = Entry.activate(customerId, command.reason().strip(), LocalDate.now(clock), freed);
    ledger.write(held, entry);
    ledger.noteDue(customerId);
    return Entries.booked(entry, held.wallet());
  }

  /**
   * What a customer had at the end of a day.
   *
   * @param day the day, or null for today
   */
  public BalanceOn balanceOn(UUID customerId, LocalDate day) {
    LocalDate on = day == null ? LocalDate.now(clock) : day;
    return new BalanceOn(customerId, on, ledger.balanceOn(customerId, on));
  }

  /** Where the customer's points are, from his lots and holds and from the postings. */
  public BalanceStates states(UUID customerId) {
    return new Sql(em)
        .one(
            row ->
                new BalanceStates(
                    customerId,
                    row.getLong("earned"),
                    row.getLong("active"),
                    row.getLong("held"),
                    row.getLong("locked"),
                    row.getLong("used"),
                    row.getLong("expired")),
            "select coalesce(-sum(p.amount) filter (where p.account in ('ISSUED', 'ADJUSTED',"
                + " 'TRANSFER')), 0)::bigint as earned, coalesce(sum(p.amount) filter (where"
                + " p.account = 'REDEEMED'), 0)::bigint as used, coalesce(sum(p.amount) filter"
                + " (where p.account in ('EXPIRED', 'FORFEITED')), 0)::bigint as expired, (select"
                + " coalesce(sum(remaining), 0)::bigint from mall.lot where customer_id = ?) as"
                + " active, (select coalesce(sum(locked), 0)::bigint from mall.lot where"
                + " customer_id = ?) as locked, (select coalesce(sum(points), 0)::bigint from"
                + " mall.hold where customer_id = ? and status = 'OPEN') as held from"
                + " mall.ledger_entry e join mall.posting p on p.entry_id = e.id where"
                + " e.customer_id = ?",
            customerId,
            customerId,
            customerId,
            customerId)
        .orElseThrow();
  }
}
