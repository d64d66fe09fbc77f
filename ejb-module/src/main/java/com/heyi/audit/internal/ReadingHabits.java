package com.heyi.audit.internal;

import com.heyi.audit.UnusualReads;
import com.heyi.audit.UnusualReads.ReadingDay;
import com.heyi.audit.UnusualReads.Thresholds;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who read the data of how many customers on which day, and which of these days stand out from the
 * person's own and from those of others with his roles; or are above what anybody may read. Every
 * customer counts once a day whose data were shown, on whatever way: alone, in a list, or with an
 * account, an order, a case or a household. Who is alone in his role has his own days and the
 * ceiling to be compared with.
 */
@ApplicationScoped
public class ReadingHabits {
  private static final int MOST_DAYS_SHOWN = 500;
  private static final String DAYS =
      "with a_read as ("
          + " select cast(recorded_at at time zone :zone as date) as day, who, roles, id,"
          + " cast(unnest(shown) as text) as customer from audit.entry"
          + " where not change and outcome = 'DONE' and shown is not null"
          + " and recorded_at >= :start"
          // Reads from before it was noted whom they showed.
          + " union all select cast(recorded_at at time zone :zone as date), who, roles, id,"
          + " substr(target, 10) from audit.entry where not change and outcome = 'DONE' and shown"
          + " is null and target like 'customer:%' and recorded_at >= :start), a_day as (select"
          + " day, who, max(roles) as roles, count(distinct customer) as customers, count(distinct"
          + " id) as reads from a_read group by 1, 2) select d.day, d.who, d.roles, d.customers,"
          + " d.reads, coalesce(own.median, 0) as own, coalesce(r.median, 0) as role from a_day d,"
          + " lateral (select percentile_disc(0.5) within group (order by o.customers) as median"
          + " from a_day o where o.who = d.who and o.day <> d.day) own, lateral (select"
          + " percentile_disc(0.5) within group (order by o.customers) as median from a_day o where"
          + " o.roles = d.roles and o.who <> d.who) r where d.customers >= case when d.roles ="
          + " 'branch-system' then :mostOfSystem else :most end or d.customers >= :fewest and"
          + " (own.median is not null and d.customers >= :timesOwn * own.median or r.median is not"
          + " null and d.customers >= :timesRole * r.median) order by d.day desc, d.customers desc,"
          + " d.who";

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

  @Inject
  @ConfigProperty(name = "heyi.audit.reads.most", defaultValue = "500")
  private int most;

  @Inject
  @ConfigProperty(name = "heyi.audit.reads.most-of-system", defaultValue = "20000")
  private int mostOfSystem;

  protected ReadingHabits() {}

  ReadingHabits(EntityManager em, Clock clock, Thresholds thresholds) {
    this.em = em;
    this.clock = clock;
    this.lookedAt = thresholds.lookedAt();
    this.fewest = thresholds.fewest();
    this.timesOwn = thresholds.timesOwn();
    this.timesRole = thresholds.timesRole();
    this.most = thresholds.most();
    this.mostOfSystem = thresholds.mostOfSystem();
  }

  /** The days that stand out. */
  public UnusualReads unusual() {
    LocalDate first = LocalDate.now(clock).minusDays(lookedAt - 1L);
    List<Row> days =
        NamedSql.rows(em, DAYS)
            .setParameter("zone", clock.getZone().getId())
            .setParameter("start", first.atStartOfDay(clock.getZone()).toInstant())
            .setParameter("fewest", fewest)
            .setParameter("timesOwn", timesOwn)
            .setParameter("timesRole", timesRole)
            .setParameter("most", most)
            .setParameter("mostOfSystem", mostOfSystem)
            .setMaxResults(MOST_DAYS_SHOWN)
            .getResultList();
    return new UnusualReads(
        new Thresholds(lookedAt, fewest, timesOwn, timesRole, most, mostOfSystem),
        days.stream().map(ReadingHabits::day).toList());
  }

  private static ReadingDay day(Row row) {
    return new ReadingDay(
        row.day("day"),
        row.text("who"),
        row.text("roles"),
        row.number("customers"),
        row.number("reads"),
        row.number("own"),
        row.number("role"));
  }
}
