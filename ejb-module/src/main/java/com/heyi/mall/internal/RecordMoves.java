package com.heyi.mall.internal;

import com.heyi.mall.Posted;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves points between two records of one person, and back when the two are parted or what gave
 * them is taken back. A point lies under one record at any time: what moves is what the lots hold
 * then.
 */
@ApplicationScoped
public class RecordMoves {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;

  protected RecordMoves() {}

  RecordMoves(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
  }

  /** The wallets of both records, held. */
  private record Both(Ledger.Held from, Ledger.Held to) {}

  /**
   * Moves all usable points of a record. What is held or locked stays until it is usable, what has
   * expired to be written off.
   *
   * @return the entry of the one who gets them, or empty when there is nothing to move
   */
  public Optional<Posted> over(UUID record, UUID customer, String reason) {
    LocalDate today = LocalDate.now(clock);
    if (ledger.look(record, today).usable().isZero()) {
      return Optional.empty();
    }
    open(record, customer);
    if (ledger.look(record, today).usable().isZero()) {
      return Optional.empty();
    }
    Both both = hold(record, List.of(), customer, List.of());
    List<Taken> taken = both.from().wallet().takeUsable();
    ChangeLog.weigh(sum(taken).amount());
    List<Taken> given =
        taken.stream()
            .map(part -> both.from().wallet().lot(part.lotId()).moved(part.points()))
            .map(lot -> both.to().wallet().add(lot))
            .map(lot -> new Taken(lot.id(), lot.granted()))
            .toList();
    Entry in = write(record, customer, both, taken, given, reason, false);
    return Optional.of(Entries.booked(in, both.to().wallet()));
  }

  /**
   * Gives a record back what came from it and is not spent, each point into the lot that it left.
   * What is held by then counts as spent; what was given up of a reversed grant is forfeited.
   *
   * @return how many it has back
   */
  public Points back(UUID record, UUID customer, String reason) {
    if (moved(record, customer).isEmpty()) {
      return Points.ZERO;
    }
    open(record, customer);
    List<Moved> moved = moved(record, customer);
    if (moved.isEmpty()) {
      return Points.ZERO;
    }
    List<UUID> here = moved.stream().map(Moved::lot).toList();
    Both both = hold(customer, here, record, moved.stream().map(Moved::from).toList());
    List<Taken> taken = both.from().wallet().empty(here);
    List<Taken> given =
        taken.stream().map(part -> new Taken(origin(moved, part.lotId()), part.points())).toList();
    given.forEach(part -> both.to().wallet().lot(part.lotId()).giveBack(part.points()));
    write(customer, record, both, taken, given, reason, true);
    return sum(taken).minus(forfeit(record, given, reason));
  }

  /**
   * Moves all that is in lots with points of a record back to the record, as what gave them is
   * taken back. Whoever calls holds the points of both.
   *
   * @param parts lots of the customer, none of them empty
   */
  void home(UUID record, UUID customer, List<Whereabouts.Part> parts, String reason) {
    Both both =
        hold(
            customer,
            parts.stream().map(Whereabouts.Part::lotId).toList(),
            record,
            parts.stream().map(Whereabouts.Part::movedFrom).filter(Objects::nonNull).toList());
    Brought brought = bringHome(both.from().wallet(), both.to().wallet(), parts);
    write(customer, record, both, brought.taken(), brought.given(), reason, true);
  }

  /** What left which lots, and what went into which. */
  record Brought(List<Taken> taken, List<Taken> given) {}

  /**
   * Empties lots into the wallet of the record that their points came from: into the lot that they
   * left if it is one of its own, else into a new one.
   */
  static Brought bringHome(Wallet from, Wallet to, List<Whereabouts.Part> parts) {
    List<Taken> taken = from.empty(parts.stream().map(Whereabouts.Part::lotId).toList());
    Map<UUID, UUID> left = new HashMap<>();
    parts.forEach(part -> left.put(part.lotId(), part.movedFrom()));
    List<Taken> given = new ArrayList<>();
    for (Taken part : taken) {
      UUID origin = left.get(part.lotId());
      if (to.has(origin)) {
        to.lot(origin).giveBack(part.points());
        given.add(new Taken(origin, part.points()));
      } else {
        Lot fresh = to.add(from.lot(part.lotId()).moved(part.points()));
        given.add(new Taken(fresh.id(), part.points()));
      }
    }
    return new Brought(taken, given);
  }

  /** Of what came back, forfeits what was given up meanwhile, as its grant was reversed. */
  private Points forfeit(UUID record, List<Taken> given, String reason) {
    LocalDate today = LocalDate.now(clock);
    Wallet wallet = ledger.holdUnnumbered(record, today, given.stream().map(Taken::lotId).toList());
    List<Taken> gone =
        given.stream()
            .map(part -> new Taken(part.lotId(), wallet.lot(part.lotId()).forfeit(part.points())))
            .filter(part -> !part.points().isZero())
            .toList();
    if (!gone.isEmpty()) {
      gone.forEach(part -> wallet.lot(part.lotId()).take(part.points()));
      ledger.write(wallet, Entry.forfeit(record, gone, reason, today));
    }
    return sum(gone);
  }

  /** A lot that came from one of another record. */
  private record Moved(UUID lot, UUID from) {}

  /** Lots of the customer that came from the record and are not empty. */
  private List<Moved> moved(UUID record, UUID customer) {
    return new Sql(em)
        .list(
            row -> new Moved(Sql.uuid(row, "id"), Sql.uuid(row, "moved_from")),
            "select l.id, l.moved_from from mall.lot l join mall.lot o on o.id = l.moved_from"
                + " where l.customer_id = ? and o.customer_id = ? and l.remaining > 0"
                + " order by l.id",
            customer,
            record);
  }

  private static UUID origin(List<Moved> moved, UUID lot) {
    return moved.stream().filter(one -> one.lot().equals(lot)).findFirst().orElseThrow().from();
  }

  /**
   * Waits until nobody else changes the points of either, before it is seen whether there is
   * anything to move: a wallet that is held gets an entry.
   */
  private void open(UUID one, UUID other) {
    boolean inOrder = one.compareTo(other) < 0;
    ledger.open(inOrder ? one : other);
    ledger.open(inOrder ? other : one);
  }

  /** Always in the order of the ids, so that two moves at once never wait in a ring. */
  private Both hold(UUID from, List<UUID> alsoFrom, UUID to, List<UUID> alsoTo) {
    LocalDate today = LocalDate.now(clock);
    if (from.compareTo(to) < 0) {
      Ledger.Held first = ledger.hold(from, today, alsoFrom);
      return new Both(first, ledger.hold(to, today, alsoTo));
    }
    Ledger.Held first = ledger.hold(to, today, alsoTo);
    return new Both(ledger.hold(from, today, alsoFrom), first);
  }

  private Entry write(
      UUID from,
      UUID to,
      Both both,
      List<Taken> taken,
      List<Taken> given,
      String reason,
      boolean back) {
    LocalDate today = LocalDate.now(clock);
    Entry out = Entry.moveOut(from, taken, reason, today);
    Entry in = Entry.moveIn(to, given, reason, today);
    ledger.write(both.from(), out);
    ledger.write(both.to(), in);
    new Sql(em)
        .write(
            "insert into mall.record_move (id, from_id, into_id, out_entry, in_entry, points, back,"
                + " moved_at, moved_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Ids.next(),
            from,
            to,
            out.id(),
            in.id(),
            sum(taken),
            back,
            clock.instant(),
            CallContext.current().user());
    return in;
  }

  private static Points sum(List<Taken> parts) {
    return parts.stream().map(Taken::points).reduce(Points.ZERO, Points::plus);
  }
}
