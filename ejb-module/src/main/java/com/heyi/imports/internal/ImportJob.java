package com.heyi.imports.internal;

import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.Caller;
import java.io.IOException;
import java.util.UUID;

/**
 * What reader, writer and listener of one job share, held by the job's context. The job's own token
 * tells it from an older job that a crashed or cut-off server may still be running.
 */
final class ImportJob {
  private final UUID runId;
  private final UUID token = UUID.randomUUID();
  private ImportWork.Taken taken;
  private CsvGroups groups;
  private boolean cutOff;

  ImportJob(UUID runId) {
    this.runId = runId;
  }

  /** Takes the run and opens its file behind the rows that were dealt with before. */
  void open(ImportWork work, ImportHandlers handlers, UploadStore uploads) throws IOException {
    taken = work.take(runId, token);
    if (taken == null) {
      cutOff = true;
      return;
    }
    groups = CsvGroups.open(handlers.of(taken.kind()), uploads.path(taken.storedFile()));
    groups.skip(taken.rowsDone());
  }

  /** The next slice, or null when the file is at its end or the run is no longer this job's. */
  CsvGroups.Slice next(int atLeast) {
    return cutOff ? null : groups.read(atLeast);
  }

  void cutOff() {
    cutOff = true;
  }

  boolean isCutOff() {
    return cutOff;
  }

  void close() throws IOException {
    if (groups != null) {
      groups.close();
    }
  }

  UUID runId() {
    return runId;
  }

  UUID token() {
    return token;
  }

  Caller caller() {
    return taken.caller();
  }
}
