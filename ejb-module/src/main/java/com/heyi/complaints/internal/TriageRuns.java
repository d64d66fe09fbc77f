package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.TriageHintFigures;
import com.heyi.complaints.TriageModelView;
import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageTarget;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Trainings and what came of them. */
@ApplicationScoped
public class TriageRuns {
  private static final int SHOWN = 20;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Event<TrainingQueued> queued;

  protected TriageRuns() {}

  TriageRuns(EntityManager em, Clock clock, Event<TrainingQueued> queued) {
    this.em = em;
    this.clock = clock;
    this.queued = queued;
  }

  /** A training waits for its job. */
  record TrainingQueued(UUID runId) {}

  /** Asks for a training, which begins when the running transaction has been committed. */
  public TriageRunView queue(String requestedBy) {
    if (!active().isEmpty()) {
      throw new HeyiException(ComplaintError.TRAINING_RUNS);
    }
    TriageRun run = new TriageRun(requestedBy, clock.instant());
    em.persist(run);
    em.flush();
    queued.fire(new TrainingQueued(run.id()));
    return run.view();
  }

  /** Trainings that are not at their end. */
  List<UUID> active() {
    return em.createQuery("select r.id from TriageRun r where r.finishedAt is null", UUID.class)
        .getResultList();
  }

  public List<TriageRunView> latest() {
    return em.createQuery("from TriageRun r order by r.requestedAt desc, r.id", TriageRun.class)
        .setMaxResults(SHOWN)
        .getResultStream()
        .map(TriageRun::view)
        .toList();
  }

  /** What people made of suggestions by product and issue. */
  public List<TriageHintFigures> hints() {
    return em.createQuery(
            "select new com.heyi.complaints.TriageHintFigures(d.hint, d.basis, count(d),"
                + " sum(case when d.accepted then 1L else 0L end)) from TriageHintDecision d"
                + " group by d.hint, d.basis order by d.hint, d.basis",
            TriageHintFigures.class)
        .getResultList();
  }

  public List<TriageModelView> models() {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select m.number, m.target, m.trained_at, m.learned, m.labels, m.words, m.tried,"
                    + " m.accuracy, m.macro_f1, m.top3, m.majority, m.alike,"
                    + " m.number = max(m.number) over (partition by m.target) as active,"
                    + " (select count(*) from complaints.triage_decision d where d.model_id = m.id)"
                    + " as decided, (select count(*) from complaints.triage_decision d"
                    + " where d.model_id = m.id and d.accepted) as accepted"
                    + " from complaints.triage_model m order by m.number desc limit 40")
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new TriageModelView(
                    row.whole("number"),
                    row.constant("target", TriageTarget.class),
                    row.flag("active"),
                    row.instant("trained_at"),
                    row.whole("learned"),
                    row.whole("labels"),
                    row.whole("words"),
                    row.whole("tried"),
                    row.whole("accuracy"),
                    row.whole("macro_f1"),
                    row.whole("top3"),
                    row.whole("majority"),
                    row.whole("alike"),
                    row.number("decided"),
                    row.number("accepted")))
        .toList();
  }
}
