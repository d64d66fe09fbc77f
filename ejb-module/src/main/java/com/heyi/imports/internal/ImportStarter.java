package com.heyi.imports.internal;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;

/** Starts the job of a run, once the run is in the database for good. */
@ApplicationScoped
public class ImportStarter {
  @Inject private Event<RunQueued> queued;

  /** Lets the job begin as soon as the running transaction has been committed. */
  public void startAfterCommit(UUID runId) {
    queued.fire(new RunQueued(runId));
  }

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunQueued run) {
    Properties parameters = new Properties();
    parameters.setProperty(ImportJobListener.RUN_ID, run.runId().toString());
    BatchRuntime.getJobOperator().start("import", parameters);
  }

  /** A run waits for its job. */
  record RunQueued(UUID runId) {}
}
