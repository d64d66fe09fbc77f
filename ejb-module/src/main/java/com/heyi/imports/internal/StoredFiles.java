package com.heyi.imports.internal;

import com.heyi.imports.ImportError;
import com.heyi.imports.KeptFiles;
import com.heyi.imports.StoredFileOwner;
import com.heyi.imports.UploadStore;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which uploaded files are still wanted, and the end of those that are not. Every module that keeps
 * files here is asked; that an owner cannot be asked deletes nothing. Disk and database share no
 * transaction, so a file is deleted first and said to be gone then: a crash between the two is
 * repeated by the next sweep, and a file that is gone already is no trouble.
 */
@ApplicationScoped
public class StoredFiles implements KeptFiles {
  /** The action whose waiting calls want a file. */
  static final String START = "import.start";

  /** Its target. */
  static final String FILE = "import-file:";

  /** A file that came so lately may be one whose import is just about to be asked for. */
  static final Duration FRESH = Duration.ofHours(1);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private UploadStore uploads;
  @Inject private AuditSink audit;
  @Inject private Clock clock;
  private Iterable<StoredFileOwner> owners;

  protected StoredFiles() {}

  public StoredFiles(
      EntityManager em,
      UploadStore uploads,
      Iterable<StoredFileOwner> owners,
      AuditSink audit,
      Clock clock) {
    this.em = em;
    this.uploads = uploads;
    this.owners = owners;
    this.audit = audit;
    this.clock = clock;
  }

  /** All who keep files in the folder. */
  @Inject
  void ask(@Any Instance<StoredFileOwner> owners) {
    this.owners = owners;
  }

  @Override
  public void use(String file) {
    lock(file).share(em);
    if (!uploads.exists(file)) {
      throw new HeyiException(ImportError.FILE_GONE);
    }
  }

  @Override
  public boolean letGo(String file) {
    if (!lock(file).tryTake(em)) {
      return false;
    }
    if (!isWanted(file)) {
      delete(file);
    }
    return true;
  }

  /** Files that are to go and may still be there. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<String> leaving() {
    return NamedSql.values(
            em,
            "select distinct stored_file from imports.run where file_leaves_at is not null"
                + " and file_deleted_at is null order by 1",
            String.class)
        .getResultList();
  }

  /**
   * Deletes a file whose runs have let it go, unless the same content came again meanwhile.
   *
   * @return whether it is gone
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean takeAway(String file) {
    if (!lock(file).tryTake(em) || isWanted(file) || cameAfter(file, leavesSince(file))) {
      return false;
    }
    delete(file);
    return true;
  }

  /**
   * Deletes a file that nobody wants, and leaves a row of it in the trail.
   *
   * @param file its name
   * @param why what is known of it, such as how its request ended
   * @param since a file that came later than this is another's
   * @param approval the request that wanted it, or null
   * @return whether it is gone by this
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean removeUnwanted(String file, String why, Instant since, UUID approval) {
    if (!lock(file).tryTake(em)
        || !uploads.exists(file)
        || isWanted(file)
        || cameAfter(file, since)) {
      return false;
    }
    String bytes = Long.toString(uploads.find(file).map(UploadStore.Kept::bytes).orElse(0L));
    delete(file);
    audit.record(
        new AuditEvent(
            Caller.system(),
            "imports",
            "import.remove-file",
            FILE + file,
            null,
            AuditEvent.Outcome.DONE,
            null,
            true,
            List.of(
                new Change("import-file", file, "bytes", bytes, null),
                new Change("import-file", file, "end", null, why)),
            approval));
    return true;
  }

  /** When a file counts as one whose import nobody will ask for any more. */
  Instant fresh() {
    return clock.instant().minus(FRESH);
  }

  private void delete(String file) {
    try {
      uploads.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The upload " + file + " cannot be deleted", e);
    }
    em.createNativeQuery(
            "update imports.run set file_deleted_at = :now, version = version + 1"
                + " where stored_file = :file and file_leaves_at is not null"
                + " and file_deleted_at is null")
        .setParameter("now", clock.instant())
        .setParameter("file", file)
        .executeUpdate();
  }

  private boolean isWanted(String file) {
    for (StoredFileOwner owner : owners) {
      if (owner.wants(file)) {
        return true;
      }
    }
    return false;
  }

  private Instant leavesSince(String file) {
    return NamedSql.values(
            em,
            "select max(file_leaves_at) from imports.run where stored_file = :file",
            Instant.class)
        .setParameter("file", file)
        .getSingleResult();
  }

  private boolean cameAfter(String file, Instant time) {
    return uploads.find(file).map(UploadStore.Kept::storedAt).filter(time::isBefore).isPresent();
  }

  /** The file that a request's target names. */
  static String fileOf(String target) {
    return target.substring(FILE.length());
  }

  private static AdvisoryLock lock(String file) {
    return AdvisoryLock.of("imports.file", file);
  }
}
