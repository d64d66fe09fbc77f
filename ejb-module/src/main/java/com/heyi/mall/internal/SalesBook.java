package com.heyi.mall.internal;

import com.heyi.mall.EntryKind;
import com.heyi.mall.Gmv;
import com.heyi.mall.SalesPeriod;
import com.heyi.mall.SalesReport;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Draws up the sales of a period from orders and ledger, each as a whole. */
@ApplicationScoped
public class SalesBook {
  private static final int MOST_ITEMS = 20;

  /** From when on a customer counts as a member; orders taken over are older than his account. */
  private static final String MEMBERS =
      "select a.customer_id, least(a.opened_at, (select min(o.placed_at) from mall.customer_order o"
          + " where o.customer_id = a.customer_id)) as since from mall.points_account a";

  private static final String SOLD =
      "select {month} as month, count(distinct o.customer_id) as buyers, count(*) as orders,"
          + " coalesce(sum(o.total), 0)::bigint as value,"
          + " coalesce(sum(o.returned), 0)::bigint as given_back,"
          + " coalesce(sum(o.cash), 0)::bigint as cash,"
          + " coalesce(sum(o.cash_returned), 0)::bigint as cash_given_back,"
          // What was held before is in the entry of the hold; the two together are what it cost.
          + " coalesce(sum(coalesce(h.points, 0) - e.amount), 0)::bigint as booked"
          + " from mall.customer_order o"
          + " left join mall.ledger_entry e on e.order_id = o.id and e.kind = ?"
          + " left join mall.hold h on h.id = e.hold_id"
          + " where o.placed_at >= ? and o.placed_at < ?";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected SalesBook() {}

  SalesBook(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** The sales of the period. */
  public SalesReport report(SalesPeriod period) {
    SalesReport.Funnel funnel = funnel(period);
    return new SalesReport(
        period,
        total(period, funnel.members()),
        months(period),
        funnel,
        items(period),
        branches(period));
  }

  private Gmv total(SalesPeriod period, long members) {
    return new Sql(em)
        .one(
            row -> gmv(row, members),
            SOLD.replace("{month}", "null"),
            EntryKind.REDEEM,
            start(period),
            end(period))
        .orElseThrow();
  }

  private List<SalesReport.Month> months(SalesPeriod period) {
    NavigableMap<YearMonth, Long> members = membersByMonth(period);
    Map<YearMonth, Gmv> sold = new HashMap<>();
    new Sql(em)
        .list(
            row -> {
              YearMonth month = YearMonth.from(Sql.day(row, "month"));
              return sold.put(month, gmv(row, members.floorEntry(month).getValue()));
            },
            SOLD.replace("{month}", "date_trunc('month', o.placed_at at time zone ?)::date")
                + " group by 1",
            clock.getZone().getId(),
            EntryKind.REDEEM,
            start(period),
            end(period));
    List<SalesReport.Month> months = new ArrayList<>();
    for (YearMonth month = YearMonth.from(period.from());
        !month.isAfter(YearMonth.from(period.to()));
        month = month.plusMonths(1)) {
      LocalDate first = month.atDay(1);
      LocalDate last = month.atEndOfMonth();
      months.add(
          new SalesReport.Month(
              month,
              first.isBefore(period.from()) ? period.from() : first,
              last.isAfter(period.to()) ? period.to() : last,
              sold.getOrDefault(month, nothing(members.floorEntry(month)))));
    }
    return months;
  }

  private static Gmv nothing(Map.Entry<YearMonth, Long> members) {
    return new Gmv(
        members == null ? 0 : members.getValue(),
        0,
        0,
        Points.ZERO,
        Points.ZERO,
        Points.ZERO,
        Fen.money(0),
        Fen.money(0));
  }

  private static Gmv gmv(ResultSet row, long members) throws SQLException {
    return new Gmv(
        members,
        row.getLong("buyers"),
        row.getLong("orders"),
        Sql.points(row, "value"),
        Sql.points(row, "given_back"),
        Sql.points(row, "booked"),
        Fen.money(row.getLong("cash")),
        Fen.money(row.getLong("cash_given_back")));
  }

  /** How many members there were at the end of each month in which somebody became one. */
  private NavigableMap<YearMonth, Long> membersByMonth(SalesPeriod period) {
    NavigableMap<YearMonth, Long> byMonth = new TreeMap<>();
    new Sql(em)
        .list(
            row -> byMonth.put(YearMonth.from(Sql.day(row, "month")), row.getLong("members")),
            "select month, (sum(count(*)) over (order by month))::bigint as members from ("
                + "select date_trunc('month', m.since at time zone ?)::date as month from ("
                + MEMBERS
                + ") m where m.since < ?) j group by month order by month",
            clock.getZone().getId(),
            end(period));
    return byMonth;
  }

  private SalesReport.Funnel funnel(SalesPeriod period) {
    Instant start = start(period);
    Instant end = end(period);
    return new Sql(em)
        .one(
            row ->
                new SalesReport.Funnel(
                    row.getLong("members"),
                    row.getLong("with_points"),
                    row.getLong("interested"),
                    row.getLong("ordered"),
                    row.getLong("received")),
            "select count(*) as members,"
                + " count(*) filter (where had) as with_points,"
                + " count(*) filter (where had and (looked or bought)) as interested,"
                + " count(*) filter (where had and bought) as ordered,"
                + " count(*) filter (where had and received) as received from (select"
                + " exists (select from mall.ledger_entry e where e.customer_id = m.customer_id"
                + " and e.amount > 0 and e.effective_on <= ?) as had,"
                + " c.customer_id is not null as looked,"
                + " b.customer_id is not null as bought,"
                + " coalesce(b.received, false) as received from ("
                + MEMBERS
                + ") m left join (select distinct customer_id from mall.checkout"
                + " where begun_at >= ? and begun_at < ?) c on c.customer_id = m.customer_id"
                + " left join (select customer_id, bool_or(delivered_at is not null) as received"
                + " from mall.customer_order where placed_at >= ? and placed_at < ?"
                + " group by customer_id) b on b.customer_id = m.customer_id"
                + " where m.since < ?) f",
            period.to(),
            start,
            end,
            start,
            end,
            end)
        .orElseThrow();
  }

  private List<SalesReport.ItemSales> items(SalesPeriod period) {
    return new Sql(em)
        .list(
            row ->
                new SalesReport.ItemSales(
                    row.getString("sku"),
                    row.getString("name"),
                    row.getLong("orders"),
                    row.getLong("pieces"),
                    row.getLong("back_pieces"),
                    Sql.points(row, "value")),
            "select i.sku, i.name, s.orders, s.pieces, s.back_pieces, s.value from ("
                + "select l.item_id, count(distinct l.order_id) as orders,"
                + " sum(l.quantity)::bigint as pieces,"
                + " sum(l.cancelled + l.returned)::bigint as back_pieces,"
                + " sum(l.price * l.quantity - l.reduced)::bigint as value"
                + " from mall.customer_order o join mall.order_line l on l.order_id = o.id"
                + " where o.placed_at >= ? and o.placed_at < ? group by l.item_id"
                + " order by value desc, l.item_id limit ?) s join mall.item i on i.id = s.item_id"
                + " order by s.value desc, i.sku",
            start(period),
            end(period),
            MOST_ITEMS);
  }

  private List<SalesReport.BranchSales> branches(SalesPeriod period) {
    return new Sql(em)
        .list(
            row ->
                new SalesReport.BranchSales(
                    row.getString("branch"),
                    row.getLong("buyers"),
                    row.getLong("orders"),
                    Sql.points(row, "value")),
            "select o.branch, count(distinct o.customer_id) as buyers, count(*) as orders,"
                + " sum(o.total)::bigint as value from mall.customer_order o"
                + " where o.placed_at >= ? and o.placed_at < ? group by o.branch"
                + " order by value desc, o.branch",
            start(period),
            end(period));
  }

  private Instant start(SalesPeriod period) {
    return period.from().atStartOfDay(clock.getZone()).toInstant();
  }

  /** The first moment after the period. */
  private Instant end(SalesPeriod period) {
    return period.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }
}
