package com.heyi.imports.internal;

import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a run that each take one transaction; the batch job calls them in turn. */
@ApplicationScoped
public class ImportWork {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

  @Inject private ImportRuns runs;
  @Inject private ImportHandlers handlers;
  @Inject private AuditSink audit;
  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  /** Takes the run for a job; empty-handed ({@code null}) when it has been stopped meanwhile. */
  @Transactional(TxType.REQUIRES_NEW)
  Taken take(UUID runId, UUID job) {
    ImportRun run = runs.lock(runId);
    if (!run.view().status().isActive()) {
      return null;
    }
    run.takenBy(job, clock.instant());
    return new Taken(run.kind(), run.storedFile(), run.rowsRead(), run.caller());
  }

  /**
   * Loads a slice and stores how far the run has come, both or neither.
   *
   * @return whether to go on; false when the run was stopped or taken over by another job
   */
  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  boolean load(UUID runId, UUID job, CsvGroups.Slice slice, Caller caller) throws Exception {
    ImportRun run = runs.lock(runId);
    if (!run.isWorkOf(job)) {
      LOG.info("Import {} goes on without job {}", runId, job);
      return false;
    }
    ImportHandler handler = handlers.of(run.kind());
    ImportOutcome outcome =
        CallContext.callAs(
            caller,
            () ->
                slice.groups().isEmpty()
                    ? ImportOutcome.loaded(0)
                    : handler.loadAll(runId, slice.groups()));
    ImportOutcome all = outcome.plus(slice.unfit());
    int accounted = all.loaded() + all.unchanged() + all.rejects().size();
    if (accounted != slice.size()) {
      throw new IllegalStateException(
          "The handler of " + run.kind() + " accounts for " + accounted + " of " + slice.size());
    }
    // The handler may have cleared the session to stay small.
    ImportRun current = em.contains(run) ? run : runs.get(runId);
    current.advance(all, slice.readBytes());
    runs.addRejects(runId, all.rejects(), slice.byLine());
    em.flush();
    em.clear();
    return true;
  }

  /** Ends a run well, if this job still has it. */
  @Transactional(TxType.REQUIRES_NEW)
  void finish(UUID runId, UUID job) {
    ImportRun run = runs.lock(runId);
    if (run.isWorkOf(job)) {
      run.finish(clock.instant());
      record(run, AuditEvent.Outcome.DONE, null);
    }
  }

  /** Ends a run badly, if this job still has it; what was loaded stays. */
  @Transactional(TxType.REQUIRES_NEW)
  void fail(UUID runId, UUID job, Exception trouble) {
    LOG.error("Import {} failed", runId, trouble);
    ImportRun run = runs.lock(runId);
    if (run.isWorkOf(job)) {
      end(run, trouble);
    }
  }

  /** Ends a run whose job could not be started at all. */
  @Transactional(TxType.REQUIRES_NEW)
  void failToStart(UUID runId, Exception trouble) {
    LOG.error("Import {} could not be started", runId, trouble);
    ImportRun run = runs.lock(runId);
    if (run.view().status().isActive()) {
      end(run, trouble);
    }
  }

  private void end(ImportRun run, Exception trouble) {
    HeyiException known = known(trouble);
    String message =
        known == null
            ? Texts.get(run.caller().locale(), "import.internal", run.id())
            : Texts.get(run.caller().locale(), known.code(), known.args().toArray());
    run.fail(message, clock.instant());
    record(run, AuditEvent.Outcome.FAILED, known == null ? "internal" : known.code());
  }

  private void record(ImportRun run, AuditEvent.Outcome outcome, String code) {
    var view = run.view();
    String id = run.id().toString();
    List<Change> counts =
        List.of(
            new Change("import", id, "loaded", null, Long.toString(view.loaded())),
            new Change("import", id, "unchanged", null, Long.toString(view.unchanged())),
            new Change("import", id, "rejected", null, Long.toString(view.rejected())));
    audit.record(
        new AuditEvent(
            run.caller(),
            "imports",
            "import.finish",
            view.auditTarget(),
            null,
            outcome,
            code,
            true,
            counts,
            null));
  }

  private static HeyiException known(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof HeyiException known) {
        return known;
      }
    }
    return null;
  }

  /**
   * What a job needs of the run it has taken.
   *
   * @param kind kind of file
   * @param storedFile where the file is
   * @param rowsDone records that were dealt with before
   * @param caller on whose behalf
   */
  record Taken(String kind, String storedFile, long rowsDone, Caller caller) {}
}
