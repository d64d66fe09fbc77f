package com.heyi.imports.internal;

import com.heyi.imports.StartImport;
import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the demo files into a demo installation in which nothing was ever imported. The folder's
 * {@code load-order.txt} names kind and file, a line each.
 */
@ApplicationScoped
public class DemoData {
  private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
  private static final String LOAD_ORDER = "load-order.txt";

  @Inject
  @ConfigProperty(name = "heyi.mode", defaultValue = "production")
  private String mode;

  @Inject
  @ConfigProperty(name = "heyi.demo.data")
  private Optional<String> folder;

  @Inject private ImportRuns runs;
  @Inject private ImportHandlers handlers;
  @Inject private ImportStarter starter;
  @Inject private UploadStore uploads;
  @Inject private Clock clock;

  /** Queues the demo files, unless this is no demo or something was imported already. */
  @Transactional
  void queueOnce() {
    if (!mode.equals("demo") || folder.isEmpty() || !runs.isEmpty()) {
      return;
    }
    Path demo = Path.of(folder.get());
    Caller caller = Caller.system();
    try {
      for (String line : Files.readAllLines(demo.resolve(LOAD_ORDER))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          queue(demo, line.strip().split("\\s+"), caller);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the demo files in " + demo, e);
    }
  }

  private void queue(Path demo, String[] kindAndFile, Caller caller) throws IOException {
    handlers.requireUploaded(kindAndFile[0]);
    Path file = demo.resolve(kindAndFile[1]);
    try (InputStream content = Files.newInputStream(file)) {
      StartImport command =
          new StartImport(kindAndFile[0], file.getFileName().toString(), uploads.store(content));
      ImportRun run = new ImportRun(command, caller, clock.instant());
      runs.add(run);
      starter.startAfterCommit(run.id());
      LOG.info("Importing demo file {}", file.getFileName());
    }
  }
}
