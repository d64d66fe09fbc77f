package com.heyi.mall.internal;

import com.heyi.mall.GrantKind;
import com.heyi.mall.LotSource;
import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The books: opens a customer's wallet for one command, and writes what the command did.
 *
 * <p>Whoever changes a customer's points first takes the row of his points account, and keeps it to
 * the end of the transaction. That is the only lock on points; the system's accounts have no rows,
 * so no two customers ever wait for each other.
 */
@ApplicationScoped
public class Ledger {
  private static final String LOT_COLUMNS =
      "id, source, kind, granted, remaining, locked, granted_on, expires_on,"
          + " coalesce(restored_from, transferred_from, moved_from) as from_lot,"
          + " activates_on, activates_by, ";

  /** What matters only when points come back into lots. */
  private static final String PAST_COLUMNS =
      "(select coalesce(sum(w.points), 0)::bigint from mall.waiver w"
          + " where w.lot_id = mall.lot.id) as waived, case when coalesce(restored_from,"
          + " transferred_from, moved_from) is null then false else exists (with recursive o as"
          + " (select x.id, x.source, coalesce(x.restored_from, x.transferred_from, x.moved_from)"
          + " as from_lot from mall.lot x where x.id = mall.lot.id union all select x.id, x.source,"
          + " coalesce(x.restored_from, x.transferred_from, x.moved_from) from o join mall.lot x"
          + " on x.id = o.from_lot) select from o where o.source = 'RESTORED') end as restored";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Ledger() {}

  Ledger(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * A customer's wallet, held by this transaction.
   *
   * @param entryNo number for the one entry that the transaction writes next
   */
  record Held(Wallet wallet, long entryNo) {}

  /**
   * Takes hold of the customer's points, books what is due by itself, and opens his wallet.
   *
   * @param today the day by which expiry is judged
   */
  Held hold(UUID customerId, LocalDate today) {
    return hold(customerId, today, Set.of());
  }

  /**
   * As {@link #hold(UUID, LocalDate)}.
   *
   * @param alsoLots lots wanted though they may be empty
   */
  Held hold(UUID customerId, LocalDate today, Collection<UUID> alsoLots) {
    Locked locked = take(customerId);
    long entryNo =
        locked.isDue(clock.instant()) ? settle(customerId, locked.entryNo()) : locked.entryNo();
    // A statement of its own, so that it sees what the holder before us has committed.
    return new Held(look(customerId, today, alsoLots), entryNo);
  }

  /**
   * As {@link #hold(UUID, LocalDate, Collection)}, but without a number: for those who may still
   * find that there is nothing to write, since numbers must leave no gap.
   */
  Wallet holdUnnumbered(UUID customerId, LocalDate today, Collection<UUID> alsoLots) {
    holdSettled(customerId);
    return look(customerId, today, alsoLots);
  }

  /** Takes hold of the customer's account, if he has one, and books what is due by itself. */
  void holdSettled(UUID customerId) {
    boolean due =
        new Sql(em)
            .one(
                row -> Optional.ofNullable(Sql.instantOrNull(row, "due_at")),
                "select due_at from mall.points_account where customer_id = ? for update",
                customerId)
            .flatMap(Function.identity())
            .filter(at -> !clock.instant().isBefore(at))
            .isPresent();
    if (due) {
      settle(customerId);
    }
  }

  /**
   * Books what is due of a customer by itself, and nothing when nothing is.
   *
   * @return how many entries it took
   */
  int settle(UUID customerId) {
    new Sql(em)
        .list(
            row -> Sql.uuid(row, "customer_id"),
            "select customer_id from mall.points_account where customer_id = ? for update",
            customerId);
    HoldBook holds = new HoldBook(em, clock);
    List<PointsHold> overdue = holds.overdue(customerId);
    overdue.forEach(hold -> timeOut(hold, lock(customerId)));
    Wallet due = lookAtDue(customerId);
    if (due.locked().isZero()) {
      noteDue(customerId);
      return overdue.size();
    }
    activate(customerId, due, lock(customerId));
    noteDue(customerId);
    return overdue.size() + 1;
  }

  private Wallet lookAtDue(UUID customerId) {
    LocalDate today = LocalDate.now(clock);
    List<UUID> due =
        new Sql(em)
            .list(
                row -> Sql.uuid(row, "id"),
                "select id from mall.lot where customer_id = ? and locked > 0"
                    + " and activates_on <= ?",
                customerId,
                today);
    return due.isEmpty() ? new Wallet(List.of(), today) : look(customerId, today, due);
  }

  private void activate(UUID customerId, Wallet wallet, long entryNo) {
    LocalDate today = LocalDate.now(clock);
    List<Taken> freed = wallet.activate(lot -> lot.activatesBy(today));
    write(new Held(wallet, entryNo), Entry.activate(customerId, null, today, freed));
  }

  /** The lots of the customer in which something is locked, besides those with points in them. */
  List<UUID> lockedLots(UUID customerId) {
    return new Sql(em)
        .list(
            row -> Sql.uuid(row, "id"),
            "select id from mall.lot where customer_id = ? and locked > 0",
            customerId);
  }

  /** Notes the moment at which the next thing of the customer is due by itself. */
  void noteDue(UUID customerId) {
    new Sql(em)
        .write(
            "update mall.points_account set due_at = least((select min(until) from mall.hold where"
                + " customer_id = ? and status = 'OPEN'), (select min(activates_on)::timestamp at"
                + " time zone ? from mall.lot where customer_id = ? and locked > 0)) where"
                + " customer_id = ?",
            customerId,
            clock.getZone().getId(),
            customerId,
            customerId);
  }

  /** Customers of whom something is due by itself; the longest waiting first. */
  List<UUID> customersDue(int limit) {
    return new Sql(em)
        .list(
            row -> Sql.uuid(row, "customer_id"),
            "select customer_id from mall.points_account where due_at <= ?"
                + " order by due_at, customer_id limit ?",
            clock.instant(),
            limit);
  }

  /**
   * The day for which something is to count.
   *
   * @param wanted the day, or null for today
   * @throws HeyiException {@link MallError#EFFECTIVE_ON} when it is to come, or before the
   *     customer's account was opened
   */
  LocalDate effective(UUID customerId, LocalDate wanted) {
    LocalDate today = LocalDate.now(clock);
    if (wanted == null || wanted.equals(today)) {
      return today;
    }
    LocalDate opened =
        new Sql(em)
            .one(
                row -> Sql.instant(row, "opened_at").atZone(clock.getZone()).toLocalDate(),
                "select opened_at from mall.points_account where customer_id = ?",
                customerId)
            .orElse(today);
    if (wanted.isAfter(today) || wanted.isBefore(opened)) {
      throw new HeyiException(MallError.EFFECTIVE_ON, wanted, opened, today);
    }
    return wanted;
  }

  /** What the customer had at the end of a day, by the days for which his entries count. */
  long balanceOn(UUID customerId, LocalDate day) {
    return new Sql(em)
        .one(
            row -> row.getLong(1),
            "select coalesce(sum(amount), 0)::bigint from mall.ledger_entry"
                + " where customer_id = ? and effective_on <= ?",
            customerId,
            day)
        .orElseThrow();
  }

  /** The least the customer had at the end of any day from this one on. */
  long leastSince(UUID customerId, LocalDate day) {
    long least = balanceOn(customerId, day);
    return new Sql(em)
        .one(
            row -> Math.min(least, row.getLong(1)),
            "select coalesce(min(b), ?)::bigint from (select effective_on,"
                + " sum(sum(amount)) over (order by effective_on) as b from mall.ledger_entry"
                + " where customer_id = ? group by effective_on) d where effective_on > ?",
            least,
            customerId,
            day)
        .orElseThrow();
  }

  /** As {@link #settle(UUID)}, by one who has a number; answers the number for the next entry. */
  private long settle(UUID customerId, long firstNo) {
    HoldBook holds = new HoldBook(em, clock);
    long entryNo = firstNo;
    for (PointsHold overdue : holds.overdue(customerId)) {
      timeOut(overdue, entryNo);
      entryNo = lock(customerId);
    }
    Wallet due = lookAtDue(customerId);
    if (!due.locked().isZero()) {
      activate(customerId, due, entryNo);
      entryNo = lock(customerId);
    }
    noteDue(customerId);
    return entryNo;
  }

  private void timeOut(PointsHold overdue, long entryNo) {
    LocalDate today = LocalDate.now(clock);
    Held held = new Held(look(overdue.customerId(), today, overdue.lots()), entryNo);
    overdue.timedOut(held.wallet());
    resolve(held, overdue, Entry.release(overdue, null, today));
  }

  /** Books that a hold is posted, voided or timed out. */
  Points resolve(Held held, PointsHold hold, Entry entry) {
    new HoldBook(em, clock).resolved(hold);
    return write(held, entry);
  }

  /** The customer's account, held by this transaction. */
  private record Locked(long entryNo, Instant dueAt) {
    boolean isDue(Instant now) {
      return dueAt != null && !now.isBefore(dueAt);
    }
  }

  /** Takes hold of the customer's account without an entry, opening it when he has none yet. */
  void open(UUID customerId) {
    Sql sql = new Sql(em);
    sql.write(
        "insert into mall.points_account (customer_id, entries, opened_at) values (?, 0, ?)"
            + " on conflict (customer_id) do nothing",
        customerId,
        clock.instant());
    sql.list(
        row -> Sql.uuid(row, "customer_id"),
        "select customer_id from mall.points_account where customer_id = ? for update",
        customerId);
  }

  /**
   * Takes hold of the customer's points to the end of the transaction, opening his account when he
   * has none yet.
   *
   * @return number for the one entry that must be written next
   */
  long lock(UUID customerId) {
    return take(customerId).entryNo();
  }

  private Locked take(UUID customerId) {
    return new Sql(em)
        .one(
            row -> new Locked(row.getLong("entries"), Sql.instantOrNull(row, "due_at")),
            "insert into mall.points_account (customer_id, entries, opened_at)"
                + " values (?, 1, ?) on conflict (customer_id)"
                + " do update set entries = points_account.entries + 1 returning entries, due_at",
            customerId,
            clock.instant())
        .orElseThrow();
  }

  /** The customer's wallet as it is, for reading only. */
  Wallet look(UUID customerId, LocalDate today) {
    return look(customerId, today, Set.of());
  }

  /**
   * The customer's wallet as it is.
   *
   * @param today the day by which expiry is judged
   * @param alsoLots lots wanted though they may be empty
   */
  Wallet look(UUID customerId, LocalDate today, Collection<UUID> alsoLots) {
    return new Wallet(lots(customerId, alsoLots), today);
  }

  private List<Lot> lots(UUID customerId, Collection<UUID> alsoLots) {
    Sql sql = new Sql(em);
    if (alsoLots.isEmpty()) {
      return sql.list(
          Ledger::lot,
          "select "
              + LOT_COLUMNS
              + "0::bigint as waived, false as restored from mall.lot where customer_id = ? and"
              + " remaining > 0",
          customerId);
    }
    return sql.list(
        Ledger::lot,
        "select "
            + LOT_COLUMNS
            + PAST_COLUMNS
            + " from mall.lot where customer_id = ? and remaining > 0 union all select "
            + LOT_COLUMNS
            + PAST_COLUMNS
            + " from mall.lot where customer_id = ? and id = any(?) and remaining = 0",
        customerId,
        customerId,
        Sql.uuids(alsoLots));
  }

  /** Writes the lots that the command made; before anything that refers to them. */
  private void writeLots(UUID customerId, Wallet wallet) {
    Sql sql = new Sql(em);
    List<Lot> added = wallet.added();
    if (!added.isEmpty()) {
      sql.write(
          "insert into mall.lot (id, customer_id, source, kind, granted, remaining, locked,"
              + " granted_on, expires_on, restored_from, transferred_from, moved_from,"
              + " activates_on, activates_by) select n.id, ?, n.source, n.kind, n.granted,"
              + " n.remaining, n.locked, n.granted_on, n.expires_on, case n.source when 'RESTORED'"
              + " then n.from_lot end, case n.source when 'TRANSFERRED' then n.from_lot end, case"
              + " n.source when 'MOVED' then n.from_lot end, n.activates_on, n.activates_by from"
              + " unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n (id, source, kind, granted,"
              + " remaining, locked, granted_on, expires_on, from_lot, activates_on, activates_by)",
          customerId,
          Sql.uuids(added, Lot::id),
          Sql.texts(added, Lot::source),
          Sql.texts(added, Lot::kind),
          Sql.longs(added, lot -> lot.granted().amount()),
          Sql.longs(added, lot -> lot.remaining().amount()),
          Sql.longs(added, lot -> lot.locked().amount()),
          Sql.days(added, Lot::grantedOn),
          Sql.days(added, Lot::expiresOn),
          Sql.uuids(added, Lot::from),
          Sql.days(added, lot -> lot.unlocking().on()),
          Sql.texts(added, lot -> lot.unlocking().by()));
    }
    Map<UUID, Long> unlocked = wallet.lockedChanges();
    if (!unlocked.isEmpty()) {
      sql.write(
          "update mall.lot l set locked = l.locked + c.delta"
              + " from unnest(?, ?) as c (id, delta) where l.id = c.id",
          Sql.uuids(unlocked.keySet()),
          unlocked.values().toArray(Long[]::new));
    }
    Map<UUID, Long> changes = wallet.changes();
    if (!changes.isEmpty()) {
      int changed =
          sql.write(
              "update mall.lot l set remaining = l.remaining + c.delta"
                  + " from unnest(?, ?) as c (id, delta) where l.id = c.id",
              Sql.uuids(changes.keySet()),
              changes.values().toArray(Long[]::new));
      if (changed != changes.size()) {
        throw new IllegalStateException("Only " + changed + " of " + changes.size() + " lots");
      }
    }
  }

  /** Writes an entry of a wallet that was {@linkplain #holdUnnumbered held without a number}. */
  Points write(Wallet wallet, Entry entry) {
    return write(new Held(wallet, lock(entry.customerId())), entry);
  }

  /** Writes an entry and what it did to the lots. The lines that it names must be written. */
  Points write(Held held, Entry entry) {
    Sql sql = new Sql(em);
    Points balance = held.wallet().balance();
    writeLots(entry.customerId(), held.wallet());
    sql.write(
        "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
            + " order_id, reverses, hold_id, reason, effective_on, recorded_at, recorded_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.id(),
        entry.customerId(),
        held.entryNo(),
        entry.kind(),
        entry.amount(),
        balance,
        entry.orderId(),
        entry.reverses(),
        entry.holdId(),
        entry.reason(),
        entry.effectiveOn(),
        clock.instant(),
        CallContext.current().user());
    List<Entry.Posting> postings = entry.postings();
    if (!postings.isEmpty()) {
      sql.write(
          "insert into mall.posting (entry_id, seq, account, lot_id, order_line_id, amount)"
              + " select ?, p.seq, p.account, p.lot_id, p.order_line_id, p.amount"
              + " from unnest(?, ?, ?, ?, ?) as p (seq, account, lot_id, order_line_id, amount)",
          entry.id(),
          Sql.numbers(postings),
          Sql.texts(postings, Entry.Posting::account),
          Sql.uuids(postings, Entry.Posting::lotId),
          Sql.uuids(postings, Entry.Posting::orderLineId),
          Sql.longs(postings, Entry.Posting::amount));
    }
    writeWaivers(entry, held.wallet());
    ChangeLog.note(
        "customer",
        entry.customerId(),
        "points",
        balance.amount() - entry.amount(),
        balance.amount());
    return balance;
  }

  /** Writes what an entry gave up of lots, be it in the wallet of another record. */
  void writeWaivers(Entry entry, Wallet wallet) {
    Map<UUID, Long> waived = wallet.waivedChanges();
    if (!waived.isEmpty()) {
      new Sql(em)
          .write(
              "insert into mall.waiver (lot_id, entry_id, points)"
                  + " select w.lot_id, ?, w.points from unnest(?, ?) as w (lot_id, points)",
              entry.id(),
              Sql.uuids(waived.keySet()),
              waived.values().toArray(Long[]::new));
    }
  }

  /** What lots paid for the lines of an order and was not given back yet, by line. */
  Map<UUID, List<Taken>> standing(UUID redeemEntry, UUID orderId) {
    Map<UUID, List<Taken>> standing = new LinkedHashMap<>();
    new Sql(em)
        .list(
            row ->
                new Entry.LinePayment(
                    Sql.uuid(row, "order_line_id"),
                    List.of(new Taken(Sql.uuid(row, "lot_id"), Sql.points(row, "standing")))),
            "select p.order_line_id, p.lot_id, -p.amount - coalesce(r.amount, 0) as standing"
                + " from mall.posting p left join (select f.order_line_id, f.lot_id,"
                + " sum(f.amount)::bigint as amount from mall.cancellation c"
                + " join mall.refund f on f.cancellation_id = c.id where c.order_id = ?"
                + " group by f.order_line_id, f.lot_id) r"
                + " on r.order_line_id = p.order_line_id and r.lot_id = p.lot_id"
                + " where p.entry_id = ? and p.order_line_id is not null"
                + " and -p.amount > coalesce(r.amount, 0) order by p.seq",
            orderId,
            redeemEntry)
        .forEach(
            payment ->
                standing
                    .computeIfAbsent(payment.lineId(), id -> new ArrayList<>())
                    .addAll(payment.lots()));
    return standing;
  }

  private static Lot lot(ResultSet row) throws SQLException {
    return new Lot(
        Sql.uuid(row, "id"),
        LotSource.valueOf(row.getString("source")),
        GrantKind.valueOf(row.getString("kind")),
        Sql.points(row, "granted"),
        Sql.points(row, "remaining"),
        Sql.points(row, "locked"),
        Sql.day(row, "granted_on"),
        Sql.day(row, "expires_on"),
        Sql.uuid(row, "from_lot"),
        row.getBoolean("restored"),
        new Lot.Unlocking(Sql.day(row, "activates_on"), row.getString("activates_by")),
        Sql.points(row, "waived"));
  }
}
