package com.heyi.learning.internal;

import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.learning.SatisfactionTable;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what complainants answered, from the surveys themselves, at the moment of asking. */
@ApplicationScoped
public class Satisfaction {
  /** More rows than that are not read; their surveys are in the total. */
  private static final int MOST_ROWS = 200;

  private static final String COUNTS =
      " as key, count(*) as asked, count(*) filter (where s.reached) as reached,"
          + " count(s.answered_at) as answered,"
          + " count(*) filter (where s.satisfaction >= 4) as satisfied,"
          + " coalesce(sum(s.satisfaction), 0) as grades,"
          + " count(*) filter (where s.effort >= 5) as easy,"
          + " count(*) filter (where s.effort >= 6) as very_easy,"
          + " count(*) filter (where s.effort <= 3) as hard,"
          + " coalesce(sum(s.effort), 0) as efforts from learning.survey s"
          + " where s.asked_at >= :from and s.asked_at < :before";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Satisfaction() {}

  /** For tests that bring their own. */
  public Satisfaction(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** The surveys asked in a period, row by row and together. */
  public SatisfactionTable table(ReportFilter filter, ReportBy by) {
    Map<String, SatisfactionCounts> counted = new TreeMap<>();
    for (Row row : rows(filter, by)) {
      String key = row.text("key");
      counted.put(key == null ? ReportFilter.NOT_STATED : key, counts(row));
    }
    SatisfactionCounts total =
        counted.values().stream().reduce(SatisfactionCounts.NONE, SatisfactionCounts::plus);
    List<SatisfactionTable.Row> shown =
        counted.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    (Map.Entry<String, SatisfactionCounts> one) -> -one.getValue().asked()))
            .limit(MOST_ROWS)
            .map(one -> new SatisfactionTable.Row(one.getKey(), one.getValue().figures()))
            .sorted(Comparator.comparing(SatisfactionTable.Row::key, by.order()))
            .toList();
    return new SatisfactionTable(by, shown, total.figures(), counted.size() - shown.size());
  }

  private List<Row> rows(ReportFilter filter, ReportBy by) {
    Map<String, Object> values = new TreeMap<>();
    StringBuilder sql = new StringBuilder("select ").append(column(by)).append(COUNTS);
    values.put("from", startOf(filter.from()));
    values.put("before", startOf(filter.to().plusDays(1)));
    only(sql, values, ReportBy.BRANCH, filter.branch());
    only(sql, values, ReportBy.PRODUCT, filter.product());
    only(sql, values, ReportBy.CHANNEL, filter.channel() == null ? null : filter.channel().name());
    if (by == ReportBy.MONTH) {
      values.put("zone", clock.getZone().getId());
    }
    TypedQuery<Row> query = NamedSql.rows(em, sql.append(" group by 1").toString());
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private static void only(StringBuilder sql, Map<String, Object> values, ReportBy by, String key) {
    if (ReportFilter.NOT_STATED.equals(key)) {
      sql.append(" and ").append(column(by)).append(" is null");
    } else if (key != null) {
      sql.append(" and ").append(column(by)).append(" = :").append(by.name());
      values.put(by.name(), key);
    }
  }

  private static String column(ReportBy by) {
    return by == ReportBy.MONTH
        ? "to_char(s.asked_at at time zone :zone, 'YYYY-MM')"
        : "s." + by.name().toLowerCase(Locale.ROOT);
  }

  private static SatisfactionCounts counts(Row row) {
    return new SatisfactionCounts(
        row.number("asked"),
        row.number("reached"),
        row.number("answered"),
        row.number("satisfied"),
        row.number("grades"),
        row.number("easy"),
        row.number("very_easy"),
        row.number("hard"),
        row.number("efforts"));
  }
}
