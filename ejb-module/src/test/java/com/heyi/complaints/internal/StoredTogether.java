package com.heyi.complaints.internal;

import com.heyi.imports.UploadStore;
import com.heyi.imports.internal.FilesOfImports;
import com.heyi.imports.internal.StoredFiles;
import com.heyi.imports.internal.UploadSweep;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.WaitingCalls;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One folder of uploads with all its owners, as the application puts them together. */
final class StoredTogether {
  private StoredTogether() {}

  /** The attachments over this folder. */
  static Attachments attachments(EntityManager em, Path folder, Clock clock, VirusScan scan) {
    return new Attachments(em, clock, store(folder), files(em, folder, clock), scan);
  }

  /** The hourly sweep over this folder; each of its steps is a transaction. */
  static UploadSweep sweep(Path folder, Clock clock) {
    return new UploadSweep(new EachInATransaction(folder, clock), store(folder));
  }

  static StoredFiles files(EntityManager em, Path folder, Clock clock) {
    VirusScan none = new VirusScan(Optional.empty());
    return new StoredFiles(
        em,
        store(folder),
        List.of(
            new FilesOfImports(em, new NobodyWaits()),
            new Attachments(em, clock, store(folder), null, none)),
        new Unread(),
        clock);
  }

  static UploadStore store(Path folder) {
    return new UploadStore(folder.toString(), 1_000_000);
  }

  /** What the container's interceptor does. */
  private static final class EachInATransaction extends StoredFiles {
    private final Path folder;
    private final Clock clock;

    EachInATransaction(Path folder, Clock clock) {
      super(null, store(folder), List.of(), new Unread(), clock);
      this.folder = folder;
      this.clock = clock;
    }

    @Override
    public List<String> leaving() {
      return TestDatabase.get().inTransaction(em -> files(em, folder, clock).leaving());
    }

    @Override
    public boolean takeAway(String file) {
      return TestDatabase.get().inTransaction(em -> files(em, folder, clock).takeAway(file));
    }

    @Override
    public boolean removeUnwanted(String file, String why, Instant since, UUID approval) {
      return TestDatabase.get()
          .inTransaction(em -> files(em, folder, clock).removeUnwanted(file, why, since, approval));
    }
  }

  private static final class NobodyWaits implements WaitingCalls {
    @Override
    public Set<String> targets(String action) {
      return Set.of();
    }

    @Override
    public void erase(String action, String target) {
      throw new AssertionError("nobody waits");
    }
  }

  private static final class Unread implements AuditSink {
    @Override
    public void record(AuditEvent event) {
      // The trail has tests of its own.
    }

    @Override
    public void recordApart(AuditEvent event) {
      // The trail has tests of its own.
    }
  }
}
