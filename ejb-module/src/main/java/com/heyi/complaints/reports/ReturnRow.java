package com.heyi.complaints.reports;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * A return of a quarter, in a list.
 *
 * @param id the return
 * @param quarter such as {@code 2026Q3}
 * @param version 1 for the first, more for corrections
 * @param reason why it corrects the version before, or null
 * @param cases cases received in the quarter
 * @param sha256 hash of its figures
 * @param preparedBy who froze it
 * @param preparedAt when
 * @param submittedBy who submitted it, or null
 * @param submittedAt when, or null
 */
public record ReturnRow(
    UUID id,
    String quarter,
    int version,
    String reason,
    long cases,
    String sha256,
    String preparedBy,
    Instant preparedAt,
    String submittedBy,
    Instant submittedAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "return:" + id;
  }

  /** Whether it was submitted. */
  public boolean submitted() {
    return submittedAt != null;
  }
}
