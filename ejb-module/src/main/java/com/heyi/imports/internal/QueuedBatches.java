package com.heyi.imports.internal;

import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.StartImport;
import com.heyi.imports.Upload;
import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.OutsideEffects;
import com.heyi.shared.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Queues batches as runs whose file this module writes. */
@ApplicationScoped
public class QueuedBatches implements BatchRuns {
  @Inject private ImportRuns runs;
  @Inject private ImportHandlers handlers;
  @Inject private ImportStarter starter;
  @Inject private UploadStore uploads;
  @Inject private Clock clock;

  @Override
  public ImportRunView queue(String kind, String name, List<String> lines) {
    handlers.of(kind);
    byte[] file = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Sha256.digest().digest(file));
    // A call that is only tried out leaves no file behind.
    OutsideEffects.perform(() -> store(file));
    ImportRun run =
        new ImportRun(
            new StartImport(kind, name, new Upload(hash, hash, file.length)),
            CallContext.current(),
            clock.instant());
    runs.add(run);
    starter.startAfterCommit(run.id());
    return run.view();
  }

  @Override
  public ImportRunView view(UUID run) {
    return runs.get(run).view();
  }

  private void store(byte[] file) {
    try {
      uploads.store(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The list of a batch could not be kept", e);
    }
  }
}
