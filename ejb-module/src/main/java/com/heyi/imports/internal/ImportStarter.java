package com.heyi.imports.internal;

import com.heyi.imports.UploadStore;
import com.heyi.imports.internal.ImportsPersonalData.FilesOver;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.time.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows once something is in the database for good: the job of a run, the end of a file. */
@ApplicationScoped
public class ImportStarter {
  private static final Logger LOG = LoggerFactory.getLogger(ImportStarter.class);

  @Inject private Event<RunQueued> queued;
  @Inject private Event<ListBegun> begun;
  @Inject private UploadStore uploads;
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

  /** Lets go of what was begun and not kept, as soon as the running transaction has ended. */
  void dropWhenOver(UploadStore.Begun list) {
    begun.fire(new ListBegun(list));
  }

  void over(@Observes(during = TransactionPhase.AFTER_COMPLETION) ListBegun list) {
    Timers.safely("let go of the list of a batch", LOG, () -> drop(list.list()));
  }

  private void drop(UploadStore.Begun list) {
    try {
      uploads.drop(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list of a batch is written and not kept yet. */
  record ListBegun(UploadStore.Begun list) {}

  /** A run waits for its job. */
  record RunQueued(UUID runId) {}
}
