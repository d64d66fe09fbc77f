package com.heyi.imports.internal;

import com.heyi.imports.internal.ImportsPersonalData.FilesOver;
import com.heyi.shared.facade.RequestEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;

/** What follows once something is in the database for good: the job of a run, the end of a file. */
@ApplicationScoped
public class ImportStarter {
  @Inject private Event<RunQueued> queued;
  @Inject private JobLauncher launcher;
  @Inject private UploadSweep sweep;

  /** Lets the job begin as soon as the running transaction has been committed. */
  public void startAfterCommit(UUID runId) {
    queued.fire(new RunQueued(runId));
  }

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunQueued run) {
    launcher.launch(run.runId());
  }

  /** What was uploaded for a request goes when the request ends without being approved. */
  void requestEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestEnded ended) {
    if (ended.action().equals(StoredFiles.START) && !ended.approved() && ended.target() != null) {
      sweep.after(ended);
    }
  }

  void filesOver(@Observes(during = TransactionPhase.AFTER_SUCCESS) FilesOver files) {
    sweep.after(files);
  }

  /** A run waits for its job. */
  record RunQueued(UUID runId) {}
}
