package com.heyi.imports.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Starts the job of a run, once the run is in the database for good. */
@ApplicationScoped
public class ImportStarter {
  @Inject private Event<RunQueued> queued;
  @Inject private JobLauncher launcher;

  /** Lets the job begin as soon as the running transaction has been committed. */
  public void startAfterCommit(UUID runId) {
    queued.fire(new RunQueued(runId));
  }

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunQueued run) {
    launcher.launch(run.runId());
  }

  /** A run waits for its job. */
  record RunQueued(UUID runId) {}
}
