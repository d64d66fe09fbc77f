package com.heyi.imports.internal;

import com.heyi.imports.ImportError;
import com.heyi.imports.UploadStore;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.WaitingCalls;
import com.heyi.shared.persistence.AdvisoryLock;
import jakarta.enterprise.context.ApplicationScoped;
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
 * Which uploaded files are still wanted, and the end of those that are not. A file is wanted by a
 * run that has not let it go, and by a request that waits for a second person. Disk and database
 * share no transaction, so a file is deleted first and said to be gone then: a crash between the
 * two is repeated by the next sweep, and a file that is gone already is no trouble.
 */
@ApplicationScoped
public class StoredFiles {
  /** The action whose waiting calls want a file. */
  static final String START = "import.start";

  /** Its target. */
  static final String FILE = "import-file:";

  /** A file that came so lately may be one whose import is just about to be asked for. */
  static final Duration FRESH = Duration.ofHours(1);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private UploadStore uploads;
  @Inject private WaitingCalls waiting;
  @Inject private AuditSink audit;
  @Inject private Clock clock;

  protected StoredFiles() {}

  public StoredFiles(
      EntityManager em, UploadStore uploads, WaitingCalls waiting, AuditSink audit, Clock clock) {
    this.em = em;
    this.uploads = uploads;
    this.waiting = waiting;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Holds on to a file until the running transaction ends, so that it is not taken for one that
   * nobody wants.
   *
   * @throws HeyiException {@link ImportError#FILE_GONE}
   */
  public void use(String file) {
    lock(file).share(em);
    if (!uploads.exists(file)) {
      throw new HeyiException(ImportError.FILE_GONE);
    }
  }

  /** Files that are to go and may still be there. */
  @Transactional(TxType.REQUIRES_NEW)
  @SuppressWarnings("unchecked")
  public List<String> leaving() {
    return em.createNativeQuery(
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
   * Deletes a file that no run and no request wants, and leaves a row of it in the trail.
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
            Caller.system(UUID.randomUUID().toString()),
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
    boolean kept =
        !em.createNativeQuery(
                "select 1 from imports.run where stored_file = :file and file_leaves_at is null"
                    + " limit 1",
                Integer.class)
            .setParameter("file", file)
            .getResultList()
            .isEmpty();
    return kept || waiting.targets(START).contains(FILE + file);
  }

  private Instant leavesSince(String file) {
    return (Instant)
        em.createNativeQuery(
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
