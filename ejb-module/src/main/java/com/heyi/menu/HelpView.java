package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * Help that is offered to a customer who got stuck.
 *
 * @param id the offer
 * @param version its version
 * @param customerId the customer
 * @param journey the journey in which he got stuck
 * @param function code of what he wanted
 * @param step the step that failed
 * @param channel where
 * @param failures how often it had failed when help was offered
 * @param status how far the offer has come
 * @param offeredAt since when
 * @param endedAt until when, or null
 * @param endedBy who handled it or took the answer, or null
 */
public record HelpView(
    UUID id,
    long version,
    UUID customerId,
    UUID journey,
    String function,
    String step,
    MenuChannel channel,
    int failures,
    HelpStatus status,
    Instant offeredAt,
    Instant endedAt,
    String endedBy)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "help:" + id;
  }
}
