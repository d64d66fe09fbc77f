package com.heyi.audit.internal;

import com.heyi.audit.UnusualReads;
import com.heyi.audit.UnusualReads.ReadingDay;
import com.heyi.audit.UnusualReads.Thresholds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who read the data of how many customers on which day, and which of these days stand out from the
 * person's own and from those of his role. Reads that name a customer are counted: a list that
 * shows several names none of them, so it is not.
 */
@ApplicationScoped
public class ReadingHabits {
  private static final int MOST_DAYS_SHOWN = 500;
  private static final String DAYS =
      "with a_day as ("
          + " select cast(recorded_at at time zone :zone as date) as day, who, max(roles) as roles,"
          + " count(distinct target) as customers, count(*) as reads from audit.entry"
          + " where not change and outcome = 'DONE' and target like 'customer:%'"
          + " and recorded_at >= :start group by 1, 2),"
          + " of_role as (select roles,"
          + " percentile_disc(0.5) within group (order by customers) as median"
          + " from a_day group by roles)"
          + " select d.day, d.who, d.roles, d.customers, d.reads, coalesce(own.median, 0) as own,"
          + " r.median as role from a_day d join of_role r on r.roles = d.roles,"
          + " lateral (select percentile_disc(0.5) within group (order by o.customers) as median"
          + " from a_day o where o.who = d.who and o.day <> d.day) own"
          + " where d.customers >= :fewest"
          + " and (own.median is not null and d.customers >= :timesOwn * own.median"
          + " or d.customers >= :timesRole * r.median)"
          + " order by d.day desc, d.customers desc, d.who";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "heyi.audit.reads.looked-at-days", defaultValue = "30")
  private int lookedAt;

  @Inject
  @ConfigProperty(name = "heyi.audit.reads.fewest", defaultValue = "20")
  private int fewest;

  @Inject
  @ConfigProperty(name = "heyi.audit.reads.times-own-median", defaultValue = "3")
  private int timesOwn;

  @Inject
  @ConfigProperty(name = "heyi.audit.reads.times-role-median", defaultValue = "5")
  private int timesRole;

  protected ReadingHabits() {}

  ReadingHabits(EntityManager em, Clock clock, Thresholds thresholds) {
    this.em = em;
    this.clock = clock;
    this.lookedAt = thresholds.lookedAt();
    this.fewest = thresholds.fewest();
    this.timesOwn = thresholds.timesOwn();
    this.timesRole = thresholds.timesRole();
  }

  /** The days that stand out. */
  public UnusualReads unusual() {
    LocalDate first = LocalDate.now(clock).minusDays(lookedAt - 1L);
    @SuppressWarnings("unchecked")
    List<Tuple> days =
        em.createNativeQuery(DAYS, Tuple.class)
            .setParameter("zone", clock.getZone().getId())
            .setParameter("start", first.atStartOfDay(clock.getZone()).toInstant())
            .setParameter("fewest", fewest)
            .setParameter("timesOwn", timesOwn)
            .setParameter("timesRole", timesRole)
            .setMaxResults(MOST_DAYS_SHOWN)
            .getResultList();
    return new UnusualReads(
        new Thresholds(lookedAt, fewest, timesOwn, timesRole),
        days.stream().map(ReadingHabits::day).toList());
  }

  private static ReadingDay day(Tuple row) {
    return new ReadingDay(
        row.get("day", java.sql.Date.class).toLocalDate(),
        row.get("who", String.class),
        row.get("roles", String.class),
        number(row, "customers"),
        number(row, "reads"),
        number(row, "own"),
        number(row, "role"));
  }

  private static long number(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }
}
