package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A task done.
 *
 * @param id the completion
 * @param customerId who did it
 * @param task code of the task
 * @param name of the task, as customers read it
 * @param day on which day of the bank
 * @param streak days in a row, for checking in; else 0
 * @param points what it earned
 * @param settled points of these that went to what he owed
 * @param undone whether it was taken back
 * @param completedAt when
 */
public record CompletionView(
    UUID id,
    UUID customerId,
    String task,
    String name,
    LocalDate day,
    int streak,
    Points points,
    Points settled,
    boolean undone,
    Instant completedAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
