package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Makes a customer's locked points usable because what they waited for has happened.
 *
 * @param customerId whose points
 * @param event what has happened, as the grant named it
 * @param reason why, as the customer will read it
 */
public record ActivatePoints(
    @NotNull UUID customerId,
    @NotBlank @Size(max = 60) String event,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
