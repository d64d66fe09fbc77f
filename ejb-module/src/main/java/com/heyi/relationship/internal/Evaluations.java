package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportRunView;
import com.heyi.relationship.EvaluationView;
import com.heyi.relationship.RelationshipError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The runs of the batch: at most one at a time, over those who were not placed for the day yet. */
@ApplicationScoped
public class Evaluations {
  private static final int AT_A_TIME = 10_000;
  private static final int SHOWN = 10;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private CustomerBase base;
  @Inject private Standings standings;
  @Inject private RuleBook rules;
  @Inject private BatchRuns batches;
  @Inject private Clock clock;

  protected Evaluations() {}

  public Evaluations(
      EntityManager em,
      CustomerBase base,
      Standings standings,
      RuleBook rules,
      BatchRuns batches,
      Clock clock) {
    this.em = em;
    this.base = base;
    this.standings = standings;
    this.rules = rules;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * @param day today, or null
   * @throws HeyiException {@link RelationshipError#NOT_TODAY}, {@link RelationshipError#RUNNING},
   *     {@link RelationshipError#ALL_PLACED}
   */
  public EvaluationView start(LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    if (day != null && !day.equals(today)) {
      throw new HeyiException(RelationshipError.NOT_TODAY, today);
    }
    AdvisoryLock.of("relationship.evaluation", "one").take(em);
    if (isRunning()) {
      throw new HeyiException(RelationshipError.RUNNING);
    }
    List<UUID> due = due(today);
    if (due.isEmpty()) {
      throw new HeyiException(RelationshipError.ALL_PLACED);
    }
    return queue(today, due);
  }

  /** Starts the batch unless it runs or has nobody to place; says whether. */
  public boolean startIfDue() {
    LocalDate today = LocalDate.now(clock);
    if (!AdvisoryLock.of("relationship.evaluation", "one").tryTake(em)
        || base.count() <= standings.placedFor(today)
        || isRunning()) {
      return false;
    }
    List<UUID> due = due(today);
    if (due.isEmpty()) {
      return false;
    }
    queue(today, due);
    return true;
  }

  /** Who was merged while standings did not keep it is found by not having been placed since. */
  private void takeOutWhoWasMergedBefore(LocalDate day) {
    List<UUID> passedOver = standings.notPlacedBefore(day);
    for (int from = 0; from < passedOver.size(); from += AT_A_TIME) {
      List<UUID> part = passedOver.subList(from, Math.min(from + AT_A_TIME, passedOver.size()));
      Set<UUID> merged = new HashSet<>();
      base.survivors(part)
          .forEach(
              (record, customer) -> {
                if (!record.equals(customer)) {
                  merged.add(record);
                }
              });
      standings.hold(merged).values().forEach(Standing::merge);
    }
  }

  private EvaluationView queue(LocalDate day, List<UUID> due) {
    takeOutWhoWasMergedBefore(day);
    ImportRunView run =
        batches.queue(
            TierEvaluation.KIND, "tiers-" + day + ".csv", TierEvaluation.list(day, due.iterator()));
    LocalDate rulesFrom = rules.on(day).validFrom();
    em.createNativeQuery(
            "insert into relationship.evaluation (run_id, day, customers, rules_from, queued_at,"
                + " queued_by) values (:run, :day, :customers, :rules, :now, :by)")
        .setParameter("run", run.id())
        .setParameter("day", day)
        .setParameter("customers", due.size())
        .setParameter("rules", rulesFrom)
        .setParameter("now", clock.instant())
        .setParameter("by", CallContext.current().user())
        .executeUpdate();
    return new EvaluationView(day, due.size(), rulesFrom, run);
  }

  /** The latest runs, the newest first. */
  public List<EvaluationView> latest() {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select run_id, day, customers, rules_from from relationship.evaluation"
                    + " order by queued_at desc")
            .setMaxResults(SHOWN)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new EvaluationView(
                    row.day("day"),
                    row.number("customers"),
                    row.day("rules_from"),
                    batches.view(row.uuid("run_id"))))
        .toList();
  }

  private boolean isRunning() {
    return latest().stream().findFirst().filter(last -> last.run().status().isActive()).isPresent();
  }

  private List<UUID> due(LocalDate day) {
    List<UUID> due = new ArrayList<>();
    List<UUID> part = base.after(null, AT_A_TIME);
    while (!part.isEmpty()) {
      Set<UUID> placed = standings.placedFor(day, part);
      part.stream().filter(customer -> !placed.contains(customer)).forEach(due::add);
      part = base.after(part.get(part.size() - 1), AT_A_TIME);
    }
    return due;
  }
}
