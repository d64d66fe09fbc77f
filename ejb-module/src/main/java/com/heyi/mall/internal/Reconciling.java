package com.heyi.mall.internal;

import com.heyi.mall.Reconciliation;
import com.heyi.mall.Reconciliation.Difference;
import com.heyi.mall.Reconciliation.Mismatch;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Proves every customer's balance from his entries and their postings, some customers at a time:
 * each time one statement, which sees them as they are at one moment, and of whose answer one row
 * is kept. So it needs no more memory for ten million entries than for ten.
 */
@ApplicationScoped
public class Reconciling {
  private static final int AT_A_TIME = 2000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** The customers of one step; the checks; and the first difference in the order of both. */
  private static final String STEP =
      """
      with c as materialized (
          select customer_id, entries from mall.points_account
           where customer_id > ? and customer_id <= ?),
      p as materialized (
          select e.customer_id, e.id, e.entry_no, p.account, p.lot_id, p.amount
            from mall.ledger_entry e join mall.posting p on p.entry_id = e.id
           where e.customer_id > ? and e.customer_id <= ?),
      sums as (
          select id, sum(amount) as total,
                 sum(amount) filter (where account = 'CUSTOMER') as customer
            from p group by id),
      e as materialized (
          select e.customer_id, e.entry_no, e.amount, e.balance_after,
                 row_number() over w as n, sum(e.amount) over w as running,
                 coalesce(s.total, 0) as total, coalesce(s.customer, 0) as customer
            from mall.ledger_entry e left join sums s on s.id = e.id
           where e.customer_id > ? and e.customer_id <= ?
          window w as (partition by e.customer_id order by e.entry_no)),
      lots as (
          select customer_id, lot_id,
                 coalesce(sum(amount) filter (where account = 'CUSTOMER'), 0) as remaining,
                 coalesce(sum(amount) filter (where account = 'LOCKED'), 0) as locked
            from p where lot_id is not null group by customer_id, lot_id),
      l as materialized (
          select x.customer_id, x.lot_id, l.remaining, x.remaining as says_remaining,
                 l.locked, x.locked as says_locked
            from lots x join mall.lot l on l.id = x.lot_id
          union all
          select l.customer_id, l.id, l.remaining, 0, l.locked, 0
            from mall.lot l where l.customer_id > ? and l.customer_id <= ? and l.remaining > 0
             and not exists (select from lots x where x.lot_id = l.id)),
      g as materialized (
          select g.customer_id, g.entry_no
            from c join mall.entry_gap g on g.customer_id = c.customer_id),
      numbered as (
          select customer_id, entry_no, n + (select count(*) from g
                 where g.customer_id = e.customer_id and g.entry_no < e.entry_no) as n
            from e where entry_no <> n),
      d as (
          select customer_id, 0 as kind, entry_no as at, null::uuid as lot,
                 n::text as expected, entry_no::text as found from numbered where entry_no <> n
          union all
          select customer_id, 0, null, null, (entries + gaps)::text, said::text
            from (select c.customer_id, c.entries as said, count(e.entry_no) as entries,
                         (select count(*) from g where g.customer_id = c.customer_id) as gaps
                    from c left join e on e.customer_id = c.customer_id
                   group by c.customer_id, c.entries) counted
           where entries + gaps <> said
          union all
          select customer_id, 1, entry_no, null, '0', total::text from e where total <> 0
          union all
          select customer_id, 2, entry_no, null, customer::text, amount::text
            from e where customer <> amount
          union all
          select customer_id, 3, entry_no, null, running::text, balance_after::text
            from e where running <> balance_after
          union all
          select customer_id, 4, null, lot_id, says_remaining::text, remaining::text
            from l where remaining <> says_remaining
          union all
          select customer_id, 5, null, lot_id, says_locked::text, locked::text
            from l where locked <> says_locked
          union all
          select c.customer_id, 6, null, null, coalesce(x.amount, 0)::text,
                 coalesce(h.points, 0)::text
            from c
            left join (select customer_id, sum(amount) as amount from p
                        where account = 'HELD' group by customer_id) x
              on x.customer_id = c.customer_id
            left join (select h.customer_id, sum(h.points) as points from c
                         join mall.hold h on h.customer_id = c.customer_id and h.status = 'OPEN'
                        group by h.customer_id) h on h.customer_id = c.customer_id
           where coalesce(x.amount, 0) <> coalesce(h.points, 0)),
      f as (select * from d order by customer_id, kind, at, lot limit 1)
      select (select count(*) from c) as customers,
             (select count(*) from e) as entries,
             (select count(distinct customer_id) from d) as differing,
             f.*
        from (select 1) one left join f on true
      """;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Reconciling() {}

  Reconciling(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** Goes through all customers. */
  public Reconciliation all() {
    Instant at = clock.instant();
    long customers = 0;
    long entries = 0;
    long differing = 0;
    Difference first = null;
    UUID after = BEFORE_ALL;
    Optional<UUID> last = last(after);
    while (last.isPresent()) {
      Step step = step(after, last.get());
      customers += step.customers();
      entries += step.entries();
      differing += step.differing();
      first = first == null ? step.first() : first;
      after = last.get();
      last = last(after);
    }
    return new Reconciliation(at, customers, entries, differing, first);
  }

  private record Step(long customers, long entries, long differing, Difference first) {}

  /** The last customer of the next step. */
  private Optional<UUID> last(UUID after) {
    return new Sql(em)
        .one(
            row -> Sql.uuid(row, "customer_id"),
            "select customer_id from (select customer_id from mall.points_account"
                + " where customer_id > ? order by customer_id limit ?) step"
                + " order by customer_id desc limit 1",
            after,
            AT_A_TIME);
  }

  /** One step. By its bounds, and not by a list, so that the indexes are read in one go. */
  private Step step(UUID after, UUID last) {
    return new Sql(em)
        .one(
            row -> {
              UUID differs = Sql.uuid(row, "customer_id");
              UUID lot = Sql.uuid(row, "lot");
              return new Step(
                  row.getLong("customers"),
                  row.getLong("entries"),
                  row.getLong("differing"),
                  differs == null
                      ? null
                      : new Difference(
                          differs,
                          Mismatch.values()[row.getInt("kind")],
                          lot == null ? row.getString("at") : lot.toString(),
                          row.getString("expected"),
                          row.getString("found")));
            },
            STEP,
            after,
            last,
            after,
            last,
            after,
            last,
            after,
            last)
        .orElseThrow();
  }
}
