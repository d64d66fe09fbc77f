package com.heyi.complaints.internal;

import com.heyi.complaints.internal.TriageRuns.TrainingQueued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Starts the job of a training, once the training is in the database for good. */
@ApplicationScoped
public class TriageStarter {
  @Inject private TriageJobs jobs;

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrainingQueued queued) {
    jobs.launch(queued.runId());
  }
}
