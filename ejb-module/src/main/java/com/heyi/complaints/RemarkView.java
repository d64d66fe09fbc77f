package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A suggestion or praise.
 *
 * @param row as in the list
 * @param possible what can be done with it now
 * @param name name of who says so, or null
 * @param contact where he can be reached, or null
 * @param narrative in his words, or null when the texts were erased
 * @param answer what he was told, or null
 * @param answeredAt when, or null
 * @param closedAt when it ended, or null
 * @param fromComplaint the complaint that it was recorded as at first, or null
 * @param intoComplaint the complaint that it is after all, or null
 * @param steps what was done with it, the first step first
 */
public record RemarkView(
    RemarkRow row,
    List<RemarkStep> possible,
    String name,
    String contact,
    String narrative,
    String answer,
    Instant answeredAt,
    Instant closedAt,
    UUID fromComplaint,
    UUID intoComplaint,
    List<RemarkStepView> steps)
    implements Targeted {
  /** The remark's id. */
  public UUID id() {
    return row.id();
  }

  /** For the next change. */
  public int version() {
    return row.version();
  }

  @Override
  public String auditTarget() {
    return "remark:" + row.id();
  }
}
