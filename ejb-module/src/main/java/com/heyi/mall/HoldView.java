package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * A hold of points.
 *
 * @param id id of the hold
 * @param customerId whose points
 * @param points how many were set aside
 * @param posted how many of them were spent; 0 as long as it is open, voided or timed out
 * @param status what became of it
 * @param until the moment from which on it can no longer be posted
 * @param purpose what for
 * @param placedAt when it was placed
 * @param placedBy who placed it
 * @param resolvedAt when it was booked as posted, voided or timed out; null before
 */
public record HoldView(
    UUID id,
    UUID customerId,
    Points points,
    Points posted,
    HoldStatus status,
    Instant until,
    String purpose,
    Instant placedAt,
    String placedBy,
    Instant resolvedAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "hold:" + id;
  }
}
