package com.heyi.promotions.internal;

import com.heyi.mall.SalesPeriod;
import com.heyi.promotions.CouponReport;
import com.heyi.promotions.CouponReport.Month;
import com.heyi.promotions.CouponReport.Part;
import com.heyi.promotions.CouponReport.Share;
import com.heyi.promotions.Redemption;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Counts what became of coupons, each as it stands now. */
@ApplicationScoped
public class CouponFigures {
  private static final String COUNTS =
      " count(*) as issued,"
          + " count(*) filter (where c.status = 'TAKEN') as used,"
          + " count(*) filter (where c.status = 'RESERVED'"
          + " or c.status = 'AVAILABLE' and c.valid_until >= :today) as open,"
          + " count(*) filter (where c.status = 'AVAILABLE' and c.valid_until < :today) as expired,"
          + " count(*) filter (where c.status in ('REVOKED', 'FORFEITED')) as withdrawn,"
          + " coalesce(sum(c.points_off) filter (where c.status = 'TAKEN'), 0) as off"
          + " from promotions.coupon c";

  private static final String ISSUED = " where c.issued_at >= :start and c.issued_at < :end";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected CouponFigures() {}

  public CouponFigures(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** The redemption of the coupons that were issued in the period. */
  public CouponReport report(SalesPeriod period) {
    List<Part> found = parts(period);
    List<Share> kinds =
        mostFirst(sums(found, part -> List.of(part.code(), part.name())).entrySet()).stream()
            .map(kind -> new Share(kind.getKey().get(0), kind.getKey().get(1), kind.getValue()))
            .toList();
    List<String> order = kinds.stream().map(Share::code).toList();
    return new CouponReport(
        period,
        found.stream().map(Part::redemption).reduce(Redemption.NONE, Redemption::plus),
        months(period, sums(found, Part::month)),
        kinds,
        campaigns(period),
        found.stream()
            .sorted(
                Comparator.comparing(Part::month).thenComparing(part -> order.indexOf(part.code())))
            .toList());
  }

  private static <K> Map<K, Redemption> sums(List<Part> parts, Function<Part, K> by) {
    Map<K, Redemption> sums = new LinkedHashMap<>();
    parts.forEach(part -> sums.merge(by.apply(part), part.redemption(), Redemption::plus));
    return sums;
  }

  private static <K> List<Map.Entry<K, Redemption>> mostFirst(Set<Map.Entry<K, Redemption>> sums) {
    return sums.stream().sorted(Comparator.comparingLong(sum -> -sum.getValue().issued())).toList();
  }

  private List<Month> months(SalesPeriod period, Map<YearMonth, Redemption> found) {
    List<Month> months = new ArrayList<>();
    for (YearMonth month = YearMonth.from(period.from());
        !month.isAfter(YearMonth.from(period.to()));
        month = month.plusMonths(1)) {
      LocalDate first = month.atDay(1);
      LocalDate last = month.atEndOfMonth();
      months.add(
          new Month(
              month,
              first.isBefore(period.from()) ? period.from() : first,
              last.isAfter(period.to()) ? period.to() : last,
              found.getOrDefault(month, Redemption.NONE)));
    }
    return months;
  }

  private List<Part> parts(SalesPeriod period) {
    TypedQuery<Row> query =
        NamedSql.rows(
            em,
            "select g.*, t.code, t.name from (select cast(date_trunc('month', c.issued_at at time"
                + " zone :zone) as date) as month, c.template_id,"
                + COUNTS
                + ISSUED
                + " group by 1, 2) g join promotions.coupon_template t on t.id = g.template_id"
                + " order by t.code");
    List<Row> rows = within(query, period).setParameter("zone", zone()).getResultList();
    return rows.stream()
        .map(
            row ->
                new Part(
                    YearMonth.from(row.day("month")),
                    row.text("code"),
                    row.text("name"),
                    redemption(row)))
        .toList();
  }

  private List<Share> campaigns(SalesPeriod period) {
    TypedQuery<Row> query =
        NamedSql.rows(
            em,
            "select g.*, p.code, p.name from (select c.campaign_id,"
                + COUNTS
                + ISSUED
                + " group by 1) g left join promotions.campaign p on p.id = g.campaign_id"
                + " order by p.code is null, g.issued desc, p.code");
    List<Row> rows = within(query, period).getResultList();
    return rows.stream()
        .map(row -> new Share(row.text("code"), row.text("name"), redemption(row)))
        .toList();
  }

  private TypedQuery<Row> within(TypedQuery<Row> query, SalesPeriod period) {
    return query
        .setParameter("today", LocalDate.now(clock))
        .setParameter("start", start(period.from()))
        .setParameter("end", start(period.to().plusDays(1)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private String zone() {
    return clock.getZone().getId();
  }

  private static Redemption redemption(Row row) {
    return new Redemption(
        row.number("issued"),
        row.number("used"),
        row.number("open"),
        row.number("expired"),
        row.number("withdrawn"),
        row.points("off"));
  }
}
