package com.heyi.mall.internal;

import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where the points of a lot have gone: into lots in which some were restored or that hold some
 * under another record, and again out of these. Each of them has points of that one lot only, so
 * that whatever happened to it happened to them. What was given to somebody else is not followed:
 * it is spent.
 */
final class Whereabouts {
  private final EntityManager em;
  private final List<Part> parts;

  private Whereabouts(EntityManager em, List<Part> parts) {
    this.em = em;
    this.parts = parts;
  }

  /**
   * A lot with points of the one that was asked for.
   *
   * @param movedFrom the lot that it was moved out of, or null
   * @param remaining what can be used of it until its last day
   * @param expiresOn its last day, or null
   */
  record Part(UUID lotId, UUID customerId, UUID movedFrom, Points remaining, LocalDate expiresOn) {
    boolean isOver(LocalDate today) {
      return expiresOn != null && today.isAfter(expiresOn);
    }
  }

  /** Points out of a lot of this customer that may come back to it. */
  record Out(UUID customerId, UUID lotId, Points points) {}

  /** As it stands now; the lot itself first, then those nearest to it. */
  static Whereabouts of(EntityManager em, UUID lotId) {
    return new Whereabouts(
        em,
        new Sql(em)
            .list(
                row ->
                    new Part(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "customer_id"),
                        Sql.uuid(row, "moved_from"),
                        Sql.points(row, "remaining"),
                        Sql.day(row, "expires_on")),
                "with recursive of as (select id, customer_id, moved_from, remaining, expires_on,"
                    + " 0 as depth from mall.lot where id = ? union all select c.id, c.customer_id,"
                    + " c.moved_from, c.remaining, c.expires_on, of.depth + 1 from of cross join"
                    + " lateral (select r.* from mall.lot r where r.restored_from = of.id union all"
                    + " select m.* from mall.lot m where m.moved_from = of.id) c)"
                    + " select * from of order by depth, id",
                lotId));
  }

  /** The records that have had points of it, in the order in which accounts are taken. */
  SortedSet<UUID> records() {
    return parts.stream().map(Part::customerId).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lot that was asked for. */
  Part lot() {
    return parts.get(0);
  }

  List<Part> parts() {
    return parts;
  }

  /** Those of its lots that a record has. */
  List<UUID> lotsOf(UUID customerId) {
    return parts.stream()
        .filter(part -> part.customerId().equals(customerId))
        .map(Part::lotId)
        .toList();
  }

  /**
   * What was lost of it without being spent: written off, or forfeited by a refund; and what is
   * over and waits to be written off, but for what is in the lot itself, which can still be taken.
   */
  Points lost(LocalDate today) {
    UUID[] records = Sql.uuids(records());
    UUID[] lots = Sql.uuids(parts, Part::lotId);
    Points booked =
        new Sql(em)
            .one(
                row -> Points.of(row.getLong(1)),
                "select ((select coalesce(-sum(p.amount), 0) from mall.ledger_entry e"
                    + " join mall.posting p on p.entry_id = e.id where e.customer_id = any(?)"
                    + " and e.kind = 'EXPIRE' and p.lot_id = any(?))"
                    + " + (select coalesce(sum(r.amount), 0) from mall.ledger_entry e"
                    + " join mall.cancellation c on c.entry_id = e.id"
                    + " join mall.refund r on r.cancellation_id = c.id where e.customer_id = any(?)"
                    + " and e.kind = 'CANCEL' and r.decision = 'FORFEITED' and r.lot_id = any(?))"
                    + " + (select coalesce(sum(r.amount), 0) from mall.ledger_entry e"
                    + " join mall.fee_refund r on r.entry_id = e.id where e.customer_id = any(?)"
                    + " and e.kind = 'CANCEL' and r.decision = 'FORFEITED'"
                    + " and r.lot_id = any(?)))::bigint",
                records,
                lots,
                records,
                lots,
                records,
                lots)
            .orElseThrow();
    return parts.stream()
        .skip(1)
        .filter(part -> part.isOver(today))
        .map(Part::remaining)
        .reduce(booked, Points::plus);
  }

  /**
   * What may still come back to the lot or to one of the others, by lot: first what paid orders or
   * is held, then what is usable under another record and may go back, last what paid fees of which
   * nothing came back yet, as few of them ever do. Each time the lot itself first.
   */
  List<Out> mayComeBack(LocalDate today) {
    UUID[] records = Sql.uuids(records());
    UUID[] lots = Sql.uuids(parts, Part::lotId);
    return new Sql(em)
        .list(
            row ->
                new Out(
                    Sql.uuid(row, "customer_id"), Sql.uuid(row, "id"), Sql.points(row, "points")),
            "with out as (select p.lot_id, 1 as how, sum(case when p.account = 'HELD' and"
                + " p.order_line_id is null then p.amount when e.kind = 'REDEEM' and p.account ="
                + " 'CUSTOMER' and p.order_line_id is not null then -p.amount else 0 end) as amount"
                + " from mall.ledger_entry e join mall.posting p on p.entry_id = e.id where"
                + " e.customer_id = any(?) and p.lot_id = any(?) group by p.lot_id union all select"
                + " r.lot_id, 1, -sum(r.amount) from mall.ledger_entry e join mall.cancellation c"
                + " on c.entry_id = e.id join mall.refund r on r.cancellation_id = c.id where"
                + " e.customer_id = any(?) and r.lot_id = any(?) group by r.lot_id union all select"
                + " m.moved_from, 2, sum(m.remaining) from mall.lot m where m.moved_from = any(?)"
                + " and m.customer_id <> ? and (m.expires_on is null or m.expires_on >= ?) group by"
                + " m.moved_from union all"
                + " select p.lot_id, 3, -sum(p.amount) from mall.ledger_entry e join mall.posting p"
                + " on p.entry_id = e.id where e.customer_id = any(?) and e.kind = 'REDEEM' and"
                + " e.order_id is null and p.account in ('HELD', 'CUSTOMER') and p.lot_id = any(?)"
                + " and not exists (select from mall.ledger_entry b where b.reverses = e.id and"
                + " b.kind = 'CANCEL' and b.order_id is null) group by p.lot_id) select l.id,"
                + " l.customer_id, sum(out.amount)::bigint as points from unnest(?) with ordinality"
                + " as at (id, place) join out on out.lot_id = at.id join mall.lot l on l.id ="
                + " at.id group by l.id, l.customer_id, at.place, out.how having sum(out.amount) >"
                + " 0 order by out.how, at.place",
            records,
            lots,
            records,
            lots,
            lots,
            lot().customerId(),
            today,
            records,
            lots,
            lots);
  }
}
