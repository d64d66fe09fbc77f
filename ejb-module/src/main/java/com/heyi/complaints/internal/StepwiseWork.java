package com.heyi.complaints.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.persistence.NamedSql;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Brings runs forward, a step a transaction that holds the run: what is done stays done when the
 * server dies, and two jobs for one run do nothing twice. What nobody holds when its lease has run
 * out was left behind, and is taken up by whoever comes first.
 *
 * @param <R> the runs
 */
public abstract class StepwiseWork<R extends StepwiseRun> {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private AuditSink audit;

  private final Class<R> runs;
  private final String table;
  private final String action;

  /**
   * @param runs class of the runs
   * @param table where they are
   * @param action what the trail calls their end and that they were taken up, with {@code %s} for
   *     which of the two
   */
  StepwiseWork(Class<R> runs, String table, String action) {
    this.runs = runs;
    this.table = table;
    this.action = action;
  }

  /** The same outside the container. */
  StepwiseWork(
      Class<R> runs, String table, String action, EntityManager em, Clock clock, AuditSink audit) {
    this(runs, table, action);
    this.em = em;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Does the next step.
   *
   * @return false when there was none
   */
  abstract boolean step(R run);

  /** How far it has come, for the trail. */
  abstract Change progress(R run);

  EntityManager em() {
    return em;
  }

  Clock clock() {
    return clock;
  }

  /**
   * Says that a job begins with a run.
   *
   * @return whether there is anything to do
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean begin(UUID id) {
    R run = hold(id);
    if (run.isActive()) {
      run.begin(clock.instant());
    }
    return run.isActive();
  }

  /**
   * Does the next step, or ends the run when there is none.
   *
   * @return whether there is more to do
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean next(UUID id) {
    R run = hold(id);
    if (!run.isActive()) {
      return false;
    }
    if (step(run)) {
      run.comeForward(clock.instant());
      return true;
    }
    run.finish(clock.instant());
    record(run, "finish", AuditEvent.Outcome.DONE, null);
    return false;
  }

  /**
   * Ends a run that cannot go on, unless another server has taken it up since.
   *
   * @param begun when the job that says so began
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void fail(UUID id, Instant begun) {
    R run = hold(id);
    if (run.isActive() && !run.wasTakenUpSince(begun)) {
      run.fail("internal", clock.instant());
      record(run, "finish", AuditEvent.Outcome.FAILED, "internal");
    }
  }

  /**
   * Takes up what was left behind. A run is passed over that another server takes up at the same
   * time, or whose step takes longer than its lease.
   *
   * @return the runs that need a job now
   */
  @Transactional(TxType.REQUIRES_NEW)
  public List<UUID> takeUp() {
    List<UUID> left =
        NamedSql.values(
                em,
                "select id from "
                    + table
                    + " where finished_at is null and held_until < :now order by requested_at"
                    + " for update skip locked",
                UUID.class)
            .setParameter("now", clock.instant())
            .getResultList();
    List<UUID> taken = new ArrayList<>();
    for (UUID id : left) {
      R run = em.find(runs, id);
      if (run.takeUp(clock.instant())) {
        record(run, "take-up", AuditEvent.Outcome.DONE, null);
        taken.add(id);
      } else {
        record(run, "finish", AuditEvent.Outcome.FAILED, StepwiseRun.LEFT);
      }
    }
    return taken;
  }

  private R hold(UUID id) {
    return em.find(runs, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private void record(R run, String what, AuditEvent.Outcome outcome, String code) {
    Change progress = progress(run);
    audit.record(
        new AuditEvent(
            Caller.system(progress.id()),
            "complaints",
            action.formatted(what),
            progress.thing() + ":" + progress.id(),
            null,
            outcome,
            code,
            false,
            List.of(progress),
            null));
  }
}
