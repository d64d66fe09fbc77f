package com.heyi.imports.internal;

import com.heyi.imports.UploadStore;
import com.heyi.imports.internal.ImportsPersonalData.FilesOver;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.time.Timers;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away the files that nobody wants any more: at once when a request for an import ends
 * without being approved or a period is over, and every hour whatever a crash or an upload that was
 * never asked for has left.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadSweep {
  private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);

  @Inject private StoredFiles files;
  @Inject private UploadStore uploads;

  public UploadSweep() {}

  public UploadSweep(StoredFiles files, UploadStore uploads) {
    this.files = files;
    this.uploads = uploads;
  }

  @Schedule(
      hour = "*",
      minute = "23",
      persistent = false,
      info = "take away uploads that nobody wants")
  void run() {
    Timers.safely("take away uploads that nobody wants", LOG, this::sweep);
  }

  /** Looks through the folder once. */
  public void sweep() {
    files.leaving().forEach(this::takeAway);
    try {
      for (UploadStore.Kept file : uploads.all()) {
        lookAt(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of uploads cannot be read", e);
    }
  }

  /** A request ended: what was uploaded for it goes, unless it was approved. */
  @Asynchronous
  public void after(RequestEnded ended) {
    String file = StoredFiles.fileOf(ended.target());
    Timers.safely(
        "take away the upload of a request",
        LOG,
        () -> files.removeUnwanted(file, ended.end(), ended.madeAt(), ended.approval()));
  }

  /** The time of these files is over. */
  @Asynchronous
  public void after(FilesOver over) {
    over.storedFiles().forEach(this::takeAway);
  }

  private void takeAway(String file) {
    Timers.safely("take away upload " + file, LOG, () -> files.takeAway(file));
  }

  private void lookAt(UploadStore.Kept file) {
    if (!file.ours()) {
      LOG.warn("{} lies in the folder of uploads and is none", file.name());
    } else if (file.storedAt().isBefore(files.fresh())) {
      Timers.safely(
          "take away upload " + file.name(),
          LOG,
          () -> {
            if (files.removeUnwanted(file.name(), "ORPHAN", files.fresh(), null)) {
              LOG.warn("Upload {} belonged to nothing and was removed", file.name());
            }
          });
    }
  }
}
