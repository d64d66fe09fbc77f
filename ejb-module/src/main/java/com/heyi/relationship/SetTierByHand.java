package com.heyi.relationship;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Gives a customer a tier whatever his figures say, for a time.
 *
 * @param customerId the customer
 * @param expectedVersion version of his standing as the caller saw it
 * @param tier code of the tier
 * @param until last day on which he has it, today at the earliest, a year from today at the latest
 * @param reason why
 */
public record SetTierByHand(
    @NotNull UUID customerId,
    long expectedVersion,
    @NotBlank String tier,
    @NotNull LocalDate until,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
