package com.heyi.mall.internal;

import com.heyi.mall.EntryKind;
import com.heyi.mall.LedgerAccount;
import com.heyi.mall.MallFigures;
import com.heyi.mall.TrialBalance;
import com.heyi.mall.TrialBalance.Check;
import com.heyi.mall.TrialBalance.Invariant;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Proves the books from their postings, and sums them up. */
@ApplicationScoped
public class Bookkeeping {
  /** Counts, for each invariant, the rows that break it. */
  private static final Map<Invariant, String> BREACHES =
      Map.ofEntries(
          Map.entry(
              Invariant.ENTRIES_BALANCED,
              "select count(*) from (select entry_id from mall.posting group by entry_id"
                  + " having sum(amount) <> 0) broken"),
          Map.entry(
              Invariant.LOTS_EQUAL_POSTINGS,
              "select count(*) from mall.lot l full join (select lot_id, sum(amount) as amount"
                  + " from mall.posting where account = 'CUSTOMER' group by lot_id) p"
                  + " on p.lot_id = l.id where l.remaining is distinct from coalesce(p.amount, 0)"),
          Map.entry(
              Invariant.BALANCES_EQUAL_LOTS,
              "select count(*) from (select distinct on (customer_id) customer_id, balance_after"
                  + " from mall.ledger_entry order by customer_id, entry_no desc) e"
                  + " full join (select customer_id, sum(remaining) as remaining from mall.lot"
                  + " group by customer_id) l on l.customer_id = e.customer_id"
                  + " where coalesce(l.remaining, 0) <> coalesce(e.balance_after, 0)"),
          Map.entry(
              // His numbers are unique and above 0, so that as many as the last one leave no gap,
              // but for those that were known before gaps were looked for.
              Invariant.ENTRY_NUMBERS,
              "select count(*) from mall.points_account a left join (select customer_id, count(*)"
                  + " as entries, max(entry_no) as last from mall.ledger_entry group by"
                  + " customer_id) e on e.customer_id = a.customer_id left join (select"
                  + " customer_id, count(*) as entries, max(entry_no) as last from mall.entry_gap"
                  + " group by customer_id) g on g.customer_id = a.customer_id where a.entries <>"
                  + " coalesce(e.entries, 0) + coalesce(g.entries, 0)"
                  + " or a.entries <> greatest(e.last, g.last)"),
          Map.entry(
              Invariant.HOLDS_EQUAL_POSTINGS,
              "select count(*) from mall.hold h left join (select e.hold_id, sum(p.amount) as"
                  + " amount, count(distinct e.id) as entries from mall.ledger_entry e join"
                  + " mall.posting p on p.entry_id = e.id and p.account = 'HELD' where e.hold_id is"
                  + " not null group by e.hold_id) b on b.hold_id = h.id where coalesce(b.amount,"
                  + " 0) <> case h.status when 'OPEN' then h.points else 0 end or"
                  + " coalesce(b.entries, 0) <> case h.status when 'OPEN' then 1 else 2 end"),
          Map.entry(
              Invariant.REFUNDS_EQUAL_RETURNS,
              "select count(*) from mall.customer_order o left join (select c.order_id,"
                  + " sum(r.amount) as amount from mall.cancellation c join mall.refund r"
                  + " on r.cancellation_id = c.id group by c.order_id) r on r.order_id = o.id"
                  + " where o.returned <> coalesce(r.amount, 0)"),
          Map.entry(
              Invariant.LINES_EQUAL_CANCELLATIONS,
              "select count(*) from mall.order_line l left join (select order_line_id,"
                  + " sum(quantity) as quantity from mall.cancellation_line group by order_line_id)"
                  + " c on c.order_line_id = l.id"
                  + " where l.cancelled + l.returned <> coalesce(c.quantity, 0)"),
          Map.entry(
              Invariant.STOCKS_EQUAL_MOVEMENTS,
              "select count(*) from mall.item i left join (select item_id, sum(delta) as delta"
                  + " from mall.stock_movement group by item_id) m on m.item_id = i.id"
                  + " where i.stock <> coalesce(m.delta, 0) or i.stock < 0"),
          Map.entry(
              Invariant.LOCKED_EQUALS_POSTINGS,
              "select count(*) from mall.lot l full join (select lot_id, sum(amount) as amount"
                  + " from mall.posting where account = 'LOCKED' group by lot_id) p"
                  + " on p.lot_id = l.id where l.locked is distinct from coalesce(p.amount, 0)"),
          Map.entry(
              Invariant.TRANSFERS_ARRIVED,
              "select count(*) from (select e.id from mall.ledger_entry e where e.kind = 'SEND'"
                  + " and not exists (select from mall.transfer t where t.sent_entry = e.id)"
                  + " union all select e.id from mall.ledger_entry e where e.kind = 'RECEIVE'"
                  + " and not exists (select from mall.transfer t where t.received_entry = e.id)"
                  + " union all select t.id from mall.transfer t"
                  + " join mall.ledger_entry s on s.id = t.sent_entry"
                  + " join mall.ledger_entry r on r.id = t.received_entry"
                  + " where s.amount <> -t.points or r.amount <> t.points"
                  + " union all select e.id from mall.ledger_entry e where e.kind = 'MERGE_OUT'"
                  + " and not exists (select from mall.record_move m where m.out_entry = e.id)"
                  + " union all select e.id from mall.ledger_entry e where e.kind = 'MERGE_IN'"
                  + " and not exists (select from mall.record_move m where m.in_entry = e.id)"
                  + " union all select m.id from mall.record_move m"
                  + " join mall.ledger_entry s on s.id = m.out_entry"
                  + " join mall.ledger_entry r on r.id = m.in_entry"
                  + " where s.amount <> -m.points or r.amount <> m.points) broken"),
          Map.entry(
              Invariant.REVERSALS_WITHIN_GRANTS,
              "select count(*) from mall.ledger_entry r join mall.posting b on b.entry_id = r.id"
                  + " and b.account in ('ISSUED', 'ADJUSTED') join mall.posting g"
                  + " on g.entry_id = r.reverses and g.account in ('ISSUED', 'ADJUSTED')"
                  + " where r.kind = 'REVOKE' and b.amount > -g.amount"),
          Map.entry(
              Invariant.FEES_BACK_WITHIN_FEES,
              "select count(*) from (select e.id from mall.ledger_entry e left join mall.posting b"
                  + " on b.entry_id = e.id and b.account = 'REDEEMED' left join mall.posting g"
                  + " on g.entry_id = e.reverses and g.account = 'REDEEMED'"
                  + " where e.kind = 'CANCEL' and e.order_id is null"
                  + " and (coalesce(b.amount, 0) >= 0 or -b.amount > coalesce(g.amount, 0)"
                  + " or -b.amount <> (select coalesce(sum(r.amount), 0) from mall.fee_refund r"
                  + " where r.entry_id = e.id)) union all select r.entry_id from mall.fee_refund r"
                  + " join mall.ledger_entry e on e.id = r.entry_id"
                  + " left join (select entry_id, lot_id, -sum(amount) as amount from mall.posting"
                  + " where account = 'HELD' group by entry_id, lot_id) h"
                  + " on h.entry_id = e.reverses and h.lot_id = r.lot_id"
                  + " group by r.entry_id, r.lot_id, h.amount"
                  + " having sum(r.amount) > coalesce(h.amount, 0)) broken"),
          Map.entry(
              Invariant.PAYMENTS_EQUAL_ORDERS,
              "with paid as (select p.checkout_id, coalesce(p.order_id, c.order_id) as order_id,"
                  + " p.amount, coalesce(b.amount, 0) as back from mall.payment p left join"
                  + " mall.checkout c on c.id = p.checkout_id left join (select payment_id,"
                  + " sum(amount) as amount from mall.payback group by payment_id) b on"
                  + " b.payment_id = p.id) select (select count(*) from mall.customer_order o left"
                  + " join (select order_id, sum(amount) as amount, sum(back) as back from paid"
                  + " group by order_id) p on p.order_id = o.id where o.cash <> coalesce(p.amount,"
                  + " 0) or o.cash_returned <> coalesce(p.back, 0)) + (select count(*) from"
                  + " mall.checkout k left join (select checkout_id, sum(amount) as amount,"
                  + " sum(back) as back from paid group by checkout_id) p on p.checkout_id = k.id"
                  + " where k.cash <> coalesce(p.amount, 0) or k.status = 'OPEN' and p.back > 0 or"
                  + " k.status in ('RELEASED', 'TIMED_OUT') and k.cash <> coalesce(p.back, 0)) +"
                  + " (select count(*) from mall.cancellation x left join (select cancellation_id,"
                  + " sum(amount) as amount from mall.payback group by cancellation_id) b on"
                  + " b.cancellation_id = x.id where x.cash <> coalesce(b.amount, 0))"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CashProof cash;

  protected Bookkeeping() {}

  Bookkeeping(EntityManager em, Clock clock, CashProof cash) {
    this.em = em;
    this.clock = clock;
    this.cash = cash;
  }

  /** The query that counts the rows that break an invariant. */
  static String breaches(Invariant invariant) {
    return BREACHES.get(invariant);
  }

  /** Draws up the trial balance and checks every invariant, over all rows there are. */
  public TrialBalance trialBalance() {
    Sql sql = new Sql(em);
    List<TrialBalance.AccountTotal> accounts =
        sql.list(
            row ->
                new TrialBalance.AccountTotal(
                    LedgerAccount.valueOf(row.getString("account")),
                    row.getBigDecimal("total").toBigIntegerExact(),
                    row.getLong("postings")),
            "select account, sum(amount) as total, count(*) as postings from mall.posting"
                + " group by account order by account");
    BigInteger sum =
        accounts.stream()
            .map(TrialBalance.AccountTotal::total)
            .reduce(BigInteger.ZERO, BigInteger::add);
    List<Check> checks = new ArrayList<>();
    for (Invariant invariant : Invariant.values()) {
      checks.add(
          new Check(
              invariant,
              // What other modules have booked they tell themselves.
              invariant == Invariant.PAYMENTS_EQUAL_BOOKINGS
                  ? cash.breaches()
                  : sql.one(row -> row.getLong(1), breaches(invariant)).orElseThrow()));
    }
    return new TrialBalance(clock.instant(), accounts, sum, checks);
  }

  /**
   * The mall in figures.
   *
   * @param months how many of the latest months in which something happened
   */
  public MallFigures figures(int months) {
    Sql sql = new Sql(em);
    record Totals(long customers, long outstanding, long items, long orders) {}
    Totals totals =
        sql.one(
                row ->
                    new Totals(
                        row.getLong("customers"),
                        row.getLong("outstanding"),
                        row.getLong("items"),
                        row.getLong("orders")),
                "select (select count(distinct customer_id) from mall.lot where remaining > 0) as"
                    + " customers, (select coalesce(sum(remaining), 0)::bigint from mall.lot where"
                    + " remaining > 0) + (select coalesce(sum(points), 0)::bigint from mall.hold"
                    + " where status = 'OPEN') + (select coalesce(sum(locked), 0)::bigint from"
                    + " mall.lot where locked > 0) as outstanding, (select count(*) from mall.item"
                    + " where status = 'ON_SALE') as items, (select count(*) from"
                    + " mall.customer_order) as orders")
            .orElseThrow();
    List<MallFigures.Month> byMonth =
        sql.list(
            row ->
                new MallFigures.Month(
                    YearMonth.from(Sql.day(row, "month")),
                    row.getLong("orders"),
                    row.getLong("granted"),
                    row.getLong("redeemed"),
                    row.getLong("returned"),
                    row.getLong("outstanding")),
            "select * from (select m.month, m.orders, m.granted,"
                + " m.redeemed - coalesce(f.gone, 0) as redeemed, m.returned,"
                + " (sum(m.change + coalesce(l.change, 0)) over (order by m.month))::bigint"
                + " as outstanding from ("
                + "select date_trunc('month', e.effective_on)::date as month,"
                + " count(*) filter (where e.kind = ? and e.order_id is not null) as orders,"
                + " coalesce(sum(e.amount) filter (where e.kind in (?, ?)), 0)::bigint as granted,"
                + " coalesce(-sum(e.amount - coalesce(h.points, 0)) filter (where e.kind = ?), 0)"
                + "::bigint as redeemed,"
                + " coalesce(sum(e.amount) filter (where e.kind = ?), 0)::bigint as returned,"
                // What is held is still owed; it goes when the hold is posted.
                + " sum(case when e.kind = 'HOLD' then 0"
                + " else e.amount - coalesce(h.points, 0) end) as change from mall.ledger_entry e"
                + " left join mall.hold h on h.id = e.hold_id group by 1) m"
                // What waits to become usable is owed too.
                + " left join (select date_trunc('month', e.effective_on)::date as month,"
                + " sum(p.amount) as change from mall.posting p join mall.ledger_entry e"
                + " on e.id = p.entry_id where p.account = 'LOCKED' group by 1) l"
                + " on l.month = m.month"
                // What was not spent of a hold and did not come back was not redeemed.
                + " left join (select date_trunc('month', e.effective_on)::date as month,"
                + " sum(p.amount)::bigint as gone from mall.posting p join mall.ledger_entry e on"
                + " e.id = p.entry_id where p.account = 'FORFEITED' and e.kind = 'REDEEM' group by"
                + " 1) f on f.month = m.month order by month desc limit ?) latest order by month",
            EntryKind.REDEEM,
            EntryKind.GRANT,
            EntryKind.ACTIVATE,
            EntryKind.REDEEM,
            EntryKind.CANCEL,
            months);
    return new MallFigures(
        totals.customers(), totals.outstanding(), totals.items(), totals.orders(), byMonth);
  }
}
