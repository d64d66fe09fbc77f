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

/**
 * Adds the habits of customers up by segment, so that a menu reads some rows instead of all. Of
 * what fewer than five did, nothing is told, nor by the difference of two sums of one night. What
 * changes from one night to the next is not hidden.
 */
@ApplicationScoped
public class Trends {
  /** What fewer customers add up to would tell of persons. */
  static final int FEWEST = 5;

  /** A little less than a day, so that the hour of counting does not wander. */
  private static final Duration DAY = Duration.ofHours(23);

  // What the days of fewer customers add up to lies evenly on these days, so that what is left out
  // does not look as if it were used on the others alone; or nowhere, when that is told by too few.
  // The sums add up what is told, and of everybody what five left untold together, so that no
  // difference tells what was left out.
  private static final String COUNT =
      """
      with cell as (
          select channel, segment, function_code, day, sum(weight) as weight,
                 count(*) >= :fewest as told
            from menu.habit group by 1, 2, 3, 4),
      rest as (
          select channel, segment, function_code, sum(h.weight) as weight
            from menu.habit h join cell using (channel, segment, function_code, day)
           where not told group by 1, 2, 3 having count(distinct customer_id) >= :fewest),
      untold as (
          select channel, segment, function_code, d as day, weight / count(*) over rest as weight
            from rest cross join generate_series(1, 31) as d
           where not exists (select from cell c where told
                    and (c.channel, c.segment, c.function_code, c.day)
                        = (rest.channel, rest.segment, rest.function_code, d))
          window rest as (partition by channel, segment, function_code)),
      days as (
          select channel, segment, function_code, day, weight from cell where told
          union all
          select channel, segment, function_code, day, weight from untold),
      elsewhere as (
          select channel, function_code, sum(h.weight) as weight
            from menu.habit h join cell using (channel, segment, function_code, day)
           where not told
             and not exists (select from rest r
                  where (r.channel, r.segment, r.function_code)
                      = (h.channel, h.segment, h.function_code))
           group by 1, 2 having count(distinct customer_id) >= :fewest)
      insert into menu.trend (channel, segment, function_code, day, weight, counted_at)
      select added.*, cast(:now as timestamptz) from (
          select channel, segment, function_code, day, weight from days
          union all
          select channel, segment, function_code, 0, sum(weight) from days group by 1, 2, 3
          union all
          select channel, '*', function_code, 0, sum(weight)
            from (select channel, function_code, weight from days
                  union all
                  select channel, function_code, weight from elsewhere) as told
           group by 1, 3) added
      """;

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
