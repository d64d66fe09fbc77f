package com.heyi.menu.internal;

import com.heyi.menu.FailingSteps;
import com.heyi.menu.FunctionUse;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.MenuError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.json.Json;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What customers used: the rows as they were reported, and the habits that they add up to. Written
 * in sets, by two statements for a report of any size.
 */
@ApplicationScoped
public class Uses {
  private static final String REPORTED =
      "json_to_recordset(cast(:uses as json)) as r(id uuid, channel text, function text,"
          + " at timestamptz, outcome text, journey uuid, step text, day int, weight float8)";

  private static final String KNOWN =
      "select u.id, u.customer_id = :customer and u.channel = r.channel and u.function_code ="
          + " r.function and u.used_at = r.at and u.outcome = r.outcome and u.journey_id is not"
          + " distinct from r.journey and u.step is not distinct from r.step as same"
          + " from menu.use u join "
          + REPORTED
          + " on u.id = r.id";

  /** Of one journey the first report counts: who tries again does not want it twice. */
  private static final String TAKE =
      "with reported as (select * from "
          + REPORTED
          + "), counted as (select distinct on (coalesce(journey, id), function) * from reported r"
          + " where r.journey is null or not exists (select from menu.use u where u.customer_id ="
          + " :customer and u.journey_id = r.journey and u.function_code = r.function)"
          + " order by coalesce(journey, id), function, at, id),"
          + " taken as (insert into menu.use (id, customer_id, used_at, journey_id, channel,"
          + " outcome, function_code, step) select id, :customer, at, journey, channel, outcome,"
          + " function, step from reported on conflict (id) do nothing returning id),"
          + " habits as (insert into menu.habit (customer_id, channel, function_code, day, segment,"
          + " weight, uses, last_used_at) select :customer, channel, function, day, :segment,"
          + " sum(weight), count(*), max(at) from counted group by channel, function, day"
          + " on conflict (customer_id, channel, function_code, day) do update set"
          + " weight = habit.weight + excluded.weight, uses = habit.uses + excluded.uses,"
          + " segment = excluded.segment,"
          + " last_used_at = greatest(habit.last_used_at, excluded.last_used_at))"
          + " select count(*) from taken";

  private static final String FAILING =
      "select function_code, step, channel, count(*) as uses, count(*) filter (where outcome ="
          + " 'FAILED') as failed, count(*) filter (where outcome = 'ABANDONED') as abandoned,"
          + " count(distinct journey_id) filter (where outcome <> 'OK') as journeys from menu.use"
          + " where step is not null and used_at >= :from and used_at < :before and (:channel = ''"
          + " or channel = :channel) group by 1, 2, 3 having count(*) filter (where outcome <>"
          + " 'OK') > 0 order by 5 desc, 6 desc, 1, 2, 3";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Segments segments;
  @Inject private Clock clock;

  protected Uses() {}

  public Uses(EntityManager em, Segments segments, Clock clock) {
    this.em = em;
    this.segments = segments;
    this.clock = clock;
  }

  /** A use as the statements read it. */
  private record Reported(
      UUID id,
      MenuChannel channel,
      String function,
      Instant at,
      String outcome,
      UUID journey,
      String step,
      int day,
      Number weight) {}

  /**
   * Takes what was not reported before.
   *
   * @return what is new
   * @throws HeyiException {@link MenuError#USE_ANOTHER}
   */
  List<FunctionUse> take(UUID customerId, List<FunctionUse> uses) {
    // Reports of one customer come one after another, so that none counts a journey again.
    AdvisoryLock.of("menu.customer", customerId).take(em);
    Set<UUID> known = known(customerId, uses);
    List<FunctionUse> fresh = uses.stream().filter(use -> !known.contains(use.id())).toList();
    if (!fresh.isEmpty()) {
      long taken =
          NamedSql.values(em, TAKE, Long.class)
              .setParameter("uses", json(fresh))
              .setParameter("customer", customerId)
              .setParameter("segment", segments.of(customerId))
              .getSingleResult();
      if (taken < fresh.size()) {
        // The same id came for another customer at this very moment.
        throw new HeyiException(CommonError.CONCURRENT_CHANGE);
      }
    }
    return fresh;
  }

  private Set<UUID> known(UUID customerId, List<FunctionUse> uses) {
    Set<UUID> known = new HashSet<>();
    for (Row row :
        NamedSql.rows(em, KNOWN)
            .setParameter("uses", json(uses))
            .setParameter("customer", customerId)
            .getResultList()) {
      if (!row.flag("same")) {
        throw new HeyiException(MenuError.USE_ANOTHER, row.uuid("id"));
      }
      known.add(row.uuid("id"));
    }
    return known;
  }

  private String json(List<FunctionUse> uses) {
    return Json.write(
        uses.stream()
            .map(
                use ->
                    new Reported(
                        use.id(),
                        use.channel(),
                        use.function(),
                        use.at(),
                        use.outcome().name(),
                        use.journey(),
                        use.step(),
                        LocalDate.ofInstant(use.at(), clock.getZone()).getDayOfMonth(),
                        Recency.weight(use.at())))
            .toList());
  }

  /** When a step of a journey failed since it went well last, in order. */
  List<Instant> failures(UUID customerId, UUID journey, String step) {
    List<Instant> failed = new ArrayList<>();
    for (Row row :
        NamedSql.rows(
                em,
                "select used_at, outcome from menu.use where customer_id = :customer and"
                    + " journey_id = :journey and step = :step and outcome <> 'ABANDONED'"
                    + " order by used_at, id")
            .setParameter("customer", customerId)
            .setParameter("journey", journey)
            .setParameter("step", step)
            .getResultList()) {
      if ("OK".equals(row.text("outcome"))) {
        failed.clear();
      } else {
        failed.add(row.instant("used_at"));
      }
    }
    return failed;
  }

  /** Which steps did not go well from one day to another; in all channels when that is null. */
  public List<FailingSteps.Row> failing(LocalDate from, LocalDate to, MenuChannel channel) {
    return NamedSql.rows(em, FAILING)
        .setParameter("from", from.atStartOfDay(clock.getZone()).toInstant())
        .setParameter("before", to.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
        .setParameter("channel", channel == null ? "" : channel.name())
        .getResultList()
        .stream()
        .map(
            row ->
                new FailingSteps.Row(
                    row.text("function_code"),
                    row.text("step"),
                    row.constant("channel", MenuChannel.class),
                    row.number("uses"),
                    row.number("failed"),
                    row.number("abandoned"),
                    row.number("journeys")))
        .toList();
  }

  /** The uses of a report, each once, by id; known by the caller to be acceptable. */
  static List<FunctionUse> eachOnce(List<FunctionUse> uses) {
    Map<UUID, FunctionUse> byId = new LinkedHashMap<>();
    for (FunctionUse use : uses) {
      FunctionUse same = byId.putIfAbsent(use.id(), use);
      if (same != null && !same.equals(use)) {
        throw new HeyiException(MenuError.USE_ANOTHER, use.id());
      }
    }
    return List.copyOf(byId.values());
  }
}
