package com.heyi.imports.internal;

import com.heyi.imports.ImportError;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.imports.StartImport;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One run of an import, from the request to its end: queued, running, then finished, failed or
 * stopped; the last two can be resumed. Its counts always add up to the rows read.
 */
@Entity
@WithoutHistory("Counts only go up; each beginning and end is a row of the trail")
@Table(schema = "imports", name = "run")
public class ImportRun {
  private static final int LONGEST_MESSAGE = 2000;

  @Id private UUID id;

  @Column(updatable = false)
  private String kind;

  @Column(name = "file_name", updatable = false)
  private String fileName;

  @Column(name = "stored_file", updatable = false)
  private String storedFile;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64, updatable = false)
  private String sha256;

  @Column(name = "total_bytes", updatable = false)
  private long totalBytes;

  @Enumerated(EnumType.STRING)
  private ImportStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private String caller;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  private UUID runner;

  @Column(name = "file_leaves_at")
  private Instant fileLeavesAt;

  @Column(name = "file_deleted_at")
  private Instant fileDeletedAt;

  @Column(name = "read_bytes")
  private long readBytes;

  @Column(name = "rows_read")
  private long rowsRead;

  private long loaded;
  private long unchanged;
  private long rejected;
  private String message;

  @Version private long version;

  protected ImportRun() {}

  /** A new run, waiting for its job. */
  public ImportRun(StartImport command, Caller caller, Instant now) {
    id = Ids.next();
    kind = command.kind();
    fileName = command.fileName();
    storedFile = command.upload().storedFile();
    sha256 = command.upload().sha256();
    totalBytes = command.upload().bytes();
    status = ImportStatus.QUEUED;
    this.caller = Json.write(caller.asJob());
    requestedBy = caller.user();
    requestedAt = now;
  }

  /** A job takes the run; any earlier job that still believes it has it gives up. */
  void takenBy(UUID job, Instant now) {
    runner = job;
    status = ImportStatus.RUNNING;
    startedAt = startedAt == null ? now : startedAt;
    finishedAt = null;
    message = null;
  }

  /** Whether this job may go on: it still has the run, and nobody has stopped it. */
  boolean isWorkOf(UUID job) {
    return status == ImportStatus.RUNNING && job.equals(runner);
  }

  /** Adds what became of a slice. */
  void advance(ImportOutcome outcome, long bytes) {
    loaded += outcome.loaded();
    unchanged += outcome.unchanged();
    rejected += outcome.rejects().size();
    rowsRead = loaded + unchanged + rejected;
    readBytes = bytes;
  }

  void finish(Instant now) {
    status = ImportStatus.FINISHED;
    readBytes = totalBytes;
    finishedAt = now;
  }

  void fail(String what, Instant now) {
    status = ImportStatus.FAILED;
    message = what.length() > LONGEST_MESSAGE ? what.substring(0, LONGEST_MESSAGE) : what;
    finishedAt = now;
  }

  /**
   * A person stops it.
   *
   * @throws HeyiException {@link ImportError#WRONG_STATUS} when it is not active
   */
  public void stop(Instant now) {
    if (!status.isActive()) {
      throw new HeyiException(ImportError.WRONG_STATUS, status);
    }
    status = ImportStatus.STOPPED;
    finishedAt = now;
  }

  /**
   * Puts it back into the queue, to go on behind the last row that was dealt with.
   *
   * @throws HeyiException {@link ImportError#WRONG_STATUS} unless it failed or was stopped; {@link
   *     ImportError#FILE_GONE}
   */
  public void resume() {
    if (status != ImportStatus.FAILED && status != ImportStatus.STOPPED) {
      throw new HeyiException(ImportError.WRONG_STATUS, status);
    }
    if (fileLeavesAt != null) {
      throw new HeyiException(ImportError.FILE_GONE);
    }
    status = ImportStatus.QUEUED;
    finishedAt = null;
    message = null;
  }

  public UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  /** Its file's name in the folder of uploads. */
  public String storedFile() {
    return storedFile;
  }

  long rowsRead() {
    return rowsRead;
  }

  public long version() {
    return version;
  }

  /** The person on whose behalf the job works. */
  Caller caller() {
    return (Caller) Json.read(caller, Caller.class);
  }

  /** The run as others may see it. */
  public ImportRunView view() {
    return new ImportRunView(
        id,
        kind,
        fileName,
        sha256,
        status,
        requestedBy,
        requestedAt,
        startedAt,
        finishedAt,
        totalBytes,
        readBytes,
        rowsRead,
        loaded,
        unchanged,
        rejected,
        message,
        fileLeavesAt,
        version);
  }
}
