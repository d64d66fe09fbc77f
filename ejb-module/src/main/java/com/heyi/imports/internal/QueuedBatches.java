package com.heyi.imports.internal;

import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.StartImport;
import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.OutsideEffects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Enumeration;
import java.util.Iterator;
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
  public ImportRunView queue(String kind, String name, Iterator<String> lines) {
    handlers.of(kind);
    UploadStore.Begun list = write(lines);
    // A call that is only tried out, or comes to nothing, leaves no file behind.
    starter.dropWhenOver(list);
    OutsideEffects.perform(() -> keep(list));
    ImportRun run =
        new ImportRun(
            new StartImport(kind, name, list.upload()), CallContext.current(), clock.instant());
    runs.add(run);
    starter.startAfterCommit(run.id());
    return run.view();
  }

  @Override
  public ImportRunView view(UUID run) {
    return runs.get(run).view();
  }

  @Override
  public List<ImportRunView> active(String kind) {
    return runs.activeOf(kind).stream().map(ImportRun::view).toList();
  }

  private UploadStore.Begun write(Iterator<String> lines) {
    try {
      // Not closed: that would go through all lines that are left when it fails amid them.
      return uploads.begin(new SequenceInputStream(new Lines(lines)));
    } catch (IOException e) {
      throw new UncheckedIOException("The list of a batch could not be written", e);
    }
  }

  private void keep(UploadStore.Begun list) {
    try {
      uploads.keep(list);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of a batch could not be kept", e);
    }
  }

  /** Lines as a file has them. */
  private record Lines(Iterator<String> lines) implements Enumeration<InputStream> {
    @Override
    public boolean hasMoreElements() {
      return lines.hasNext();
    }

    @Override
    public InputStream nextElement() {
      return new ByteArrayInputStream((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
