package com.heyi.mall.internal;

import com.heyi.mall.EntryKind;
import com.heyi.mall.FunnelMember;
import com.heyi.mall.FunnelStep;
import com.heyi.mall.Gmv;
import com.heyi.mall.SalesPeriod;
import com.heyi.mall.SalesReport;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws up the sales of a period from orders and ledger, each as a whole. */
@ApplicationScoped
public class SalesBook {
  private static final int MOST_ITEMS = 20;

  /** From when on a customer counts as a member; orders taken over are older than his account. */
  private static final String MEMBERS =
      "select a.customer_id, least(a.opened_at, (select min(o.placed_at) from mall.customer_order o"
          + " where o.customer_id = a.customer_id)) as since from mall.points_account a";

  /** From when until when a point was reckoned to cost what; the first counts before it too. */
  private static final String RATES =
      "with rate as (select cost_per_point, case row_number() over (order by valid_from)"
          + " when 1 then '-infinity' else valid_from::timestamp at time zone ? end as starts,"
          + " coalesce((lead(valid_from) over (order by valid_from))::timestamp at time zone ?,"
          + " 'infinity') as ends from mall.liability_parameter) ";

  private static final String AT_ITS_RATE =
      " join rate r on o.placed_at >= r.starts and o.placed_at < r.ends";

  private static final String SOLD =
      RATES
          + "select {month} as month, count(distinct o.customer_id) as buyers,"
          + " count(*) as orders,"
          + " coalesce(sum(o.total), 0)::bigint as value,"
          + " coalesce(sum(o.returned), 0)::bigint as given_back,"
          + " coalesce(sum(o.cash), 0)::bigint as cash,"
          + " coalesce(sum(o.cash_returned), 0)::bigint as cash_given_back,"
          + " coalesce(sum(p.amount), 0)::bigint as paid,"
          + " coalesce(sum(o.total * r.cost_per_point), 0) as points_worth,"
          // What was held before is in the entry of the hold; the two together are what it cost.
          + " coalesce(sum(coalesce(h.points, 0) - e.amount), 0)::bigint as booked"
          + " from mall.customer_order o"
          + AT_ITS_RATE
          + " left join mall.ledger_entry e on e.order_id = o.id and e.kind = ?"
          + " left join mall.hold h on h.id = e.hold_id"
          + " left join (select coalesce(p.order_id, c.order_id) as order_id,"
          + " sum(p.amount) as amount from mall.payment p"
          + " left join mall.checkout c on c.id = p.checkout_id group by 1) p"
          + " on p.order_id = o.id"
          + " where o.placed_at >= ? and o.placed_at < ?";

  /** How far each member came until the end of the period. */
  private static final String PROGRESS =
      "select m.customer_id, m.since,"
          + " exists (select from mall.ledger_entry e where e.customer_id = m.customer_id"
          + " and e.amount > 0 and e.effective_on <= ?) as had,"
          + " c.customer_id is not null as looked, b.customer_id is not null as bought,"
          + " coalesce(b.redeemed, false) as redeemed, coalesce(b.received, false) as received,"
          + " coalesce(b.orders, 0) as orders, coalesce(b.value, 0) as value,"
          + " coalesce(b.cash, 0) as cash from ("
          + MEMBERS
          + ") m left join (select distinct customer_id from mall.checkout"
          + " where begun_at >= ? and begun_at < ?) c on c.customer_id = m.customer_id"
          + " left join (select customer_id, bool_or(total > 0) as redeemed,"
          + " bool_or(total > 0 and delivered_at is not null) as received, count(*) as orders,"
          + " sum(total)::bigint as value, sum(cash)::bigint as cash"
          + " from mall.customer_order where placed_at >= ? and placed_at < ?"
          + " group by customer_id) b on b.customer_id = m.customer_id"
          + " where m.since < ?";

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
    List<SalesReport.Month> months = months(period);
    return new SalesReport(
        period,
        total(period, funnel.members(), months),
        months,
        funnel,
        items(period, MOST_ITEMS),
        branches(period));
  }

  /** The months' worth is rounded, so that the whole is theirs together. */
  private Gmv total(SalesPeriod period, long members, List<SalesReport.Month> months) {
    Money worth = months.stream().map(one -> one.gmv().worth()).reduce(Fen.money(0), Money::plus);
    return new Sql(em)
        .one(
            row -> gmv(row, members, worth),
            SOLD.replace("{month}", "null"),
            zone(),
            zone(),
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
              return sold.put(month, gmv(row, members.floorEntry(month).getValue(), worth(row)));
            },
            SOLD.replace("{month}", "date_trunc('month', o.placed_at at time zone ?)::date")
                + " group by 1",
            zone(),
            zone(),
            zone(),
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
        Fen.money(0),
        Fen.money(0),
        Fen.money(0));
  }

  /** Points at what they cost, to the fen, and the money beside them. */
  private static Money worth(ResultSet row) throws SQLException {
    BigDecimal points = row.getBigDecimal("points_worth").setScale(2, RoundingMode.HALF_UP);
    return new Money(points, Money.CNY).plus(Fen.money(row.getLong("cash")));
  }

  private static Gmv gmv(ResultSet row, long members, Money worth) throws SQLException {
    return new Gmv(
        members,
        row.getLong("buyers"),
        row.getLong("orders"),
        Sql.points(row, "value"),
        Sql.points(row, "given_back"),
        Sql.points(row, "booked"),
        Fen.money(row.getLong("cash")),
        Fen.money(row.getLong("cash_given_back")),
        Fen.money(row.getLong("paid")),
        worth);
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
            zone(),
            end(period));
    return byMonth;
  }

  private SalesReport.Funnel funnel(SalesPeriod period) {
    return new Sql(em)
        .one(
            row ->
                new SalesReport.Funnel(
                    row.getLong("members"),
                    row.getLong("with_points"),
                    row.getLong("interested"),
                    row.getLong("ordered"),
                    row.getLong("received")),
            "select "
                + Arrays.stream(FunnelStep.values())
                    .map(
                        step ->
                            "count(*) filter (where %s) as %s"
                                .formatted(reached(step), step.name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", "))
                + " from ("
                + PROGRESS
                + ") f",
            progressOf(period))
        .orElseThrow();
  }

  /** What makes a member one who came to a step. */
  private static String reached(FunnelStep step) {
    return switch (step) {
      case MEMBERS -> "true";
      case WITH_POINTS -> "had";
      case INTERESTED -> "had and (looked or bought)";
      case ORDERED -> "had and redeemed";
      case RECEIVED -> "had and received";
    };
  }

  private Object[] progressOf(SalesPeriod period) {
    Instant start = start(period);
    Instant end = end(period);
    return new Object[] {period.to(), start, end, start, end, end};
  }

  /** The members who came to a step, who redeemed most first; their names are not told here. */
  public Page<FunnelMember> members(FunnelStep step, SalesPeriod period, PageRequest request) {
    return Ranked.page(em, request, SalesBook::member, ranked(step), progressOf(period));
  }

  /** The same in one list, so many at most. */
  public List<FunnelMember> members(FunnelStep step, SalesPeriod period, int most) {
    return Ranked.first(em, most, SalesBook::member, ranked(step), progressOf(period));
  }

  private static String ranked(FunnelStep step) {
    return "select f.*, f.value as rank from (" + PROGRESS + ") f where " + reached(step);
  }

  private static FunnelMember member(ResultSet row) throws SQLException {
    return new FunnelMember(
        Sql.uuid(row, "customer_id"),
        null,
        null,
        Sql.instant(row, "since"),
        row.getLong("orders"),
        Sql.points(row, "value"),
        Fen.money(row.getLong("cash")));
  }

  /** What was ordered in a period, what brought most first, so many at most. */
  public List<SalesReport.ItemSales> items(SalesPeriod period, int most) {
    return new Sql(em)
        .list(
            row ->
                new SalesReport.ItemSales(
                    row.getString("sku"),
                    row.getString("name"),
                    row.getLong("orders"),
                    row.getLong("pieces"),
                    row.getLong("back_pieces"),
                    Sql.points(row, "value"),
                    Fen.money(row.getLong("cash")),
                    worth(row)),
            RATES
                + "select i.sku, i.name, s.* from ("
                + "select l.item_id, count(distinct l.order_id) as orders,"
                + " sum(l.quantity)::bigint as pieces,"
                + " sum(l.cancelled + l.returned)::bigint as back_pieces,"
                + " sum(l.price * l.quantity - l.reduced)::bigint as value,"
                + " sum(l.cash * l.quantity)::bigint as cash,"
                + " sum((l.price * l.quantity - l.reduced) * r.cost_per_point) as points_worth"
                + " from mall.customer_order o"
                + AT_ITS_RATE
                + " join mall.order_line l on l.order_id = o.id"
                + " where o.placed_at >= ? and o.placed_at < ? group by l.item_id) s"
                + " join mall.item i on i.id = s.item_id"
                + " order by s.points_worth + s.cash / 100.0 desc, s.value desc, i.sku limit ?",
            zone(),
            zone(),
            start(period),
            end(period),
            most);
  }

  private List<SalesReport.BranchSales> branches(SalesPeriod period) {
    return new Sql(em)
        .list(
            row ->
                new SalesReport.BranchSales(
                    row.getString("branch"),
                    row.getLong("buyers"),
                    row.getLong("orders"),
                    Sql.points(row, "value"),
                    Fen.money(row.getLong("cash")),
                    worth(row)),
            RATES
                + "select s.* from (select o.branch, count(distinct o.customer_id) as buyers,"
                + " count(*) as orders, sum(o.total)::bigint as value,"
                + " sum(o.cash)::bigint as cash,"
                + " sum(o.total * r.cost_per_point) as points_worth from mall.customer_order o"
                + AT_ITS_RATE
                + " where o.placed_at >= ? and o.placed_at < ? group by o.branch) s"
                + " order by s.points_worth + s.cash / 100.0 desc, s.branch",
            zone(),
            zone(),
            start(period),
            end(period));
  }

  private String zone() {
    return clock.getZone().getId();
  }

  private Instant start(SalesPeriod period) {
    return period.from().atStartOfDay(clock.getZone()).toInstant();
  }

  /** The first moment after the period. */
  private Instant end(SalesPeriod period) {
    return period.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }
}
