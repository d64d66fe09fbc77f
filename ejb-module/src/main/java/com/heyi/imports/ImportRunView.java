package com.heyi.imports;

import com.heyi.shared.facade.Targeted;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One run of an import.
 *
 * @param id id of the run
 * @param kind kind of file
 * @param fileName the file's name at the person who sent it
 * @param sha256 hash of the file's bytes
 * @param status where the run stands
 * @param requestedBy account name of who started it
 * @param requestedAt when
 * @param startedAt when the job began, or null
 * @param finishedAt when the job ended, or null
 * @param totalBytes size of the file
 * @param readBytes bytes of the file read so far
 * @param rowsRead records read: loaded + unchanged + rejected
 * @param loaded records newly loaded
 * @param unchanged records that an earlier run had loaded
 * @param rejected records not loaded; each has a reason
 * @param message what went wrong, when the run failed, else null
 * @param fileDeletedAt when the uploaded file was given up and deleted, or null while it is kept
 * @param version version of the record
 */
public record ImportRunView(
    UUID id,
    String kind,
    String fileName,
    String sha256,
    ImportStatus status,
    String requestedBy,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt,
    long totalBytes,
    long readBytes,
    long rowsRead,
    long loaded,
    long unchanged,
    long rejected,
    String message,
    Instant fileDeletedAt,
    long version)
    implements Targeted {

  /** Share of the file read so far, 0 to 100. */
  public int percent() {
    if (status == ImportStatus.FINISHED) {
      return 100;
    }
    return totalBytes == 0 ? 0 : (int) Math.min(99, readBytes * 100 / totalBytes);
  }

  /** Records per second so far; 0 when there is nothing to divide. */
  public long rowsPerSecond(Instant now) {
    if (startedAt == null) {
      return 0;
    }
    Instant end = finishedAt == null ? now : finishedAt;
    long millis = Duration.between(startedAt, end).toMillis();
    return millis <= 0 ? 0 : rowsRead * 1000 / millis;
  }

  @Override
  public String auditTarget() {
    return "import:" + id;
  }
}
