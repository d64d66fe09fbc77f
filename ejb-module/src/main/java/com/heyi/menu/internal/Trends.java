package com.heyi.menu.internal;

import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Adds the habits of customers up by segment, so that a menu reads some rows instead of all. */
@ApplicationScoped
public class Trends {
  /** Segments and channels of fewer customers would tell of persons. */
  static final int FEWEST = 5;

  /** A little less than a day, so that the hour of counting does not wander. */
  private static final Duration DAY = Duration.ofHours(23);

  private static final String COUNT =
      "with seen as (select channel, segment, customer_id from menu.habit group by 1, 2, 3),"
          + " segments as (select channel, segment from seen group by 1, 2 having count(*) >="
          + " :fewest), channels as (select channel from seen group by 1 having count(distinct"
          + " customer_id) >= :fewest), added as (select channel, segment, day, function_code,"
          + " sum(weight) as weight from menu.habit group by 1, 2, 3, 4) insert into menu.trend"
          + " (channel, segment, day, function_code, weight, counted_at) select channel, segment,"
          + " day, function_code, weight, cast(:now as timestamptz) from added join segments using"
          + " (channel, segment) union all select channel, segment, 0, function_code, sum(weight),"
          + " cast(:now as timestamptz) from added join segments using (channel, segment) group by"
          + " 1, 2, 4 union all select channel, '*', 0, function_code, sum(weight), cast(:now as"
          + " timestamptz) from added join channels using (channel) group by 1, 4";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Trends() {}

  public Trends(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** Whether they were not counted for a day. */
  boolean due() {
    Instant last =
        NamedSql.values(em, "select max(counted_at) from menu.trend", Instant.class)
            .getSingleResult();
    return last == null || !last.plus(DAY).isAfter(clock.instant());
  }

  /**
   * Counts them anew.
   *
   * @return how many rows there are now; 0 when another node is counting
   */
  int count() {
    if (!AdvisoryLock.of("menu.trend", "all").tryTake(em)) {
      return 0;
    }
    em.createNativeQuery("delete from menu.trend").executeUpdate();
    return em.createNativeQuery(COUNT)
        .setParameter("fewest", FEWEST)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
