package com.heyi.mall.internal;

import com.heyi.mall.LotSource;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
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
import java.util.Set;
import java.util.UUID;

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
      "id, source, granted, remaining, granted_on, expires_on, restored_from";

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
    holds.noteDue(customerId);
    return overdue.size();
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

  /** As {@link #settle(UUID)}, by one who has a number; answers the number for the next entry. */
  private long settle(UUID customerId, long firstNo) {
    HoldBook holds = new HoldBook(em, clock);
    long entryNo = firstNo;
    for (PointsHold overdue : holds.overdue(customerId)) {
      timeOut(overdue, entryNo);
      entryNo = lock(customerId);
    }
    holds.noteDue(customerId);
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
    String withPoints =
        "select " + LOT_COLUMNS + " from mall.lot where customer_id = ? and remaining > 0";
    if (alsoLots.isEmpty()) {
      return sql.list(Ledger::lot, withPoints, customerId);
    }
    return sql.list(
        Ledger::lot,
        withPoints
            + " union all select "
            + LOT_COLUMNS
            + " from mall.lot where id = any(?) and remaining = 0",
        customerId,
        Sql.uuids(alsoLots));
  }

  /** Writes the lots that the command made; before anything that refers to them. */
  private void writeLots(UUID customerId, Wallet wallet) {
    Sql sql = new Sql(em);
    List<Lot> added = wallet.added();
    if (!added.isEmpty()) {
      sql.write(
          "insert into mall.lot (id, customer_id, source, granted, remaining, granted_on,"
              + " expires_on, restored_from)"
              + " select n.id, ?, n.source, n.granted, n.remaining, n.granted_on, n.expires_on,"
              + " n.restored_from from unnest(?, ?, ?, ?, ?, ?, ?)"
              + " as n (id, source, granted, remaining, granted_on, expires_on, restored_from)",
          customerId,
          Sql.uuids(added, Lot::id),
          Sql.texts(added, Lot::source),
          Sql.longs(added, lot -> lot.granted().amount()),
          Sql.longs(added, lot -> lot.remaining().amount()),
          Sql.days(added, Lot::grantedOn),
          Sql.days(added, Lot::expiresOn),
          Sql.uuids(added, Lot::restoredFrom));
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
    ChangeLog.note(
        "customer",
        entry.customerId(),
        "points",
        balance.amount() - entry.amount(),
        balance.amount());
    return balance;
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
        Sql.points(row, "granted"),
        Sql.points(row, "remaining"),
        Sql.day(row, "granted_on"),
        Sql.day(row, "expires_on"),
        Sql.uuid(row, "restored_from"));
  }
}
