package com.heyi.complaints.internal;

import com.heyi.complaints.internal.TriageBatches.BatchQueued;
import com.heyi.complaints.internal.TriageRuns.TrainingQueued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Starts the job of a training or a batch, once it is in the database for good. */
@ApplicationScoped
public class TriageStarter {
  @Inject private TriageJobs jobs;

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrainingQueued queued) {
    jobs.launch(queued.runId());
  }

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchQueued queued) {
    jobs.launchBatch(queued.batchId());
  }
}
