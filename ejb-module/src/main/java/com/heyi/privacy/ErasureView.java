package com.heyi.privacy;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An erasure that was done.
 *
 * @param id the erasure; also its receipt for the person
 * @param customerId the id under which ledger, orders and trail go on
 * @param reason why
 * @param erasedBy account name of who asked for it
 * @param erasedAt when
 * @param records how many records of each module were emptied or removed
 */
public record ErasureView(
    UUID id,
    UUID customerId,
    String reason,
    String erasedBy,
    Instant erasedAt,
    Map<String, Long> records)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /** All records together. */
  public long total() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }
}
