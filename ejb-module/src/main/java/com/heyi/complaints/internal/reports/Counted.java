package com.heyi.complaints.internal.reports;

import com.heyi.complaints.MergedRecords;
import com.heyi.complaints.reports.AgeBand;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.UsedBand;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which cases a figure counts, as one condition in SQL: the figure and the list behind it are asked
 * for with the same words, so that they cannot differ. The case is {@code c}, its nearest clock
 * {@code k}.
 */
final class Counted {
  /** Days within which the same customer with the same cause makes a re-complaint. */
  static final int REPEAT_DAYS = 90;

  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  /** The nearest running clock that binds. */
  private static final String CLOCK =
      " left join lateral (select k.started_at, k.due_at, k.paused_at from complaints.clock k"
          + " where k.complaint_id = c.id and k.met is null and k.kind <> 'SUMMARY'"
          + " order by k.due_at limit 1) k on true";

  private static final String NOT_JOINED =
      "not exists (select 1 from complaints.joined j where j.complaint_id = %s.id)";

  private static final String USED =
      "extract(epoch from cast(:now as timestamptz) - k.started_at)"
          + " / extract(epoch from k.due_at - k.started_at)";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private boolean clock;
  private boolean merged;

  private Counted(Clock time) {
    values.put("now", time.instant());
    values.put("zone", time.getZone().getId());
    values.put("today", LocalDate.now(time));
    values.put("repeatsFrom", Instant.EPOCH);
    values.put("before", END_OF_TIME);
    conditions.add(NOT_JOINED.formatted("c"));
    // What was a suggestion or praise is in no figure.
    conditions.add("c.status <> 'TURNED'");
  }

  /** All cases that are no part of another. */
  static Counted all(Clock time) {
    return new Counted(time);
  }

  /** The cases that a report is about. */
  static Counted of(ReportFilter filter, Clock time) {
    ZoneId zone = time.getZone();
    Counted counted =
        new Counted(time)
            .received(
                filter.from().atStartOfDay(zone).toInstant(),
                filter.to().plusDays(1).atStartOfDay(zone).toInstant());
    counted.where(ReportBy.BRANCH, filter.branch());
    counted.where(ReportBy.PRODUCT, filter.product());
    counted.where(ReportBy.CHANNEL, filter.channel() == null ? null : filter.channel().name());
    return counted;
  }

  /** Knowing that these records of customers are somebody else's, each with whose. */
  Counted knowing(Map<UUID, UUID> records) {
    merged = !records.isEmpty();
    MergedRecords pairs = MergedRecords.of(records);
    values.put("records", pairs.records());
    values.put("customers", pairs.customers());
    return this;
  }

  /** Those received from this instant on and before that. */
  Counted received(Instant from, Instant before) {
    conditions.add("c.received_at >= :from");
    conditions.add("c.received_at < :before");
    values.put("from", from);
    values.put("before", before);
    // A case before the period makes one in it a re-complaint.
    values.put("repeatsFrom", from.minusSeconds((REPEAT_DAYS + 1) * 86_400L));
    return this;
  }

  /** Those with this key; null for any. */
  Counted where(ReportBy by, String key) {
    if (key != null) {
      String name = "key" + by.name();
      if (key.equals(ReportFilter.NOT_STATED)) {
        conditions.add(column(by) + " is null");
      } else {
        conditions.add(column(by) + " = :" + name);
        values.put(name, key);
      }
    }
    return this;
  }

  /** Those that this measure counts. */
  Counted where(ReportMeasure measure) {
    conditions.add(sql(measure));
    return this;
  }

  /** The open ones in these bands; null for any. */
  Counted open(AgeBand age, UsedBand used) {
    conditions.add("c.open");
    clock = true;
    if (age != null) {
      conditions.add(sql(age));
    }
    if (used != null) {
      conditions.add(sql(used));
    }
    return this;
  }

  /** A query of these cases. */
  List<Row> rows(EntityManager em, String select, String end) {
    String sql = select + from() + end;
    return bound(NamedSql.rows(em, sql), sql).getResultList();
  }

  /** A command upon these cases, or a query whose limits are set beside. */
  <Q extends Query> Q bound(Q query, String sql) {
    values.forEach(
        (name, value) -> {
          if (sql.matches("(?s).*:" + name + "\\b.*")) {
            query.setParameter(name, value);
          }
        });
    return query;
  }

  Counted with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  Counted and(String condition) {
    conditions.add(condition);
    return this;
  }

  String from() {
    return " from complaints.complaint c"
        + (clock ? CLOCK : "")
        + conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
  }

  static String column(ReportBy by) {
    return switch (by) {
      case BRANCH -> "c.branch";
      case PRODUCT -> "c.product";
      case CHANNEL -> "c.channel";
      case LEVEL -> "c.level";
      case CAUSE -> "c.cause";
      case BUSINESS -> "c.business";
      case MONTH -> "to_char(c.received_at at time zone :zone, 'YYYY-MM')";
    };
  }

  String sql(ReportMeasure measure) {
    return switch (measure) {
      case RECEIVED -> "true";
      case OPEN -> "c.open";
      case CLOSED -> "c.status = 'CLOSED'";
      case WITHDRAWN -> "c.status = 'WITHDRAWN'";
      case ON_TIME -> "(c.on_time is true and c.status <> 'WITHDRAWN')";
      case LATE -> "(c.on_time is false or c.ticking and c.due_at <= :now)";
      // Who closes a case is in charge of it; a case taken over closed has nobody.
      case SETTLED -> "(c.status = 'CLOSED' and c.handler is not null)";
      case FIRST_LEVEL -> "(c.status = 'CLOSED' and c.handler is not null and c.level = 'BRANCH')";
      case COMPARABLE -> "(c.customer_id is not null and c.cause is not null)";
      case REPEATED -> "c.id in (" + repeated() + ")";
    };
  }

  /**
   * Each case whose case before, of the same customer and cause, is at most 90 days older; under
   * whichever of his records. Who is whose is asked only where records were merged, for it costs.
   */
  private String repeated() {
    return "select r.id from (select e.id, e.received_at, lag(e.received_at) over (partition by "
        + (merged ? "coalesce(m.customer, e.customer_id)" : "e.customer_id")
        + ", e.cause order by e.received_at, e.id) as earlier from complaints.complaint e"
        + (merged ? MergedRecords.JOIN + " on m.record = e.customer_id" : "")
        + " where e.customer_id is not null and e.cause is not null"
        + " and e.status <> 'TURNED' and e.received_at >= :repeatsFrom and e.received_at <"
        + " :before and "
        + NOT_JOINED.formatted("e")
        + ") r where cast(r.received_at at time zone :zone as date)"
        + " - cast(r.earlier at time zone :zone as date) <= "
        + REPEAT_DAYS;
  }

  static String sql(AgeBand age) {
    String days = "cast(:today as date) - cast(c.received_at at time zone :zone as date)";
    return age.last() == Integer.MAX_VALUE
        ? days + " >= " + age.first()
        : days + " between " + age.first() + " and " + age.last();
  }

  static String sql(UsedBand used) {
    String runs = "(k.started_at is not null and k.paused_at is null and k.due_at > :now and ";
    return switch (used) {
      case NONE_RUNS -> "k.started_at is null";
      case STANDS_STILL -> "k.paused_at is not null";
      case OVER -> "(k.paused_at is null and k.due_at <= :now)";
      case UNDER_50 -> runs + USED + " < 0.5)";
      case UNDER_75 -> runs + USED + " >= 0.5 and " + USED + " < 0.75)";
      case UNDER_100 -> runs + USED + " >= 0.75)";
    };
  }
}
