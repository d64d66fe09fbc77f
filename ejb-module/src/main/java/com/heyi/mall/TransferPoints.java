package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives points to another member of the household. They keep their last day.
 *
 * @param customerId whose points
 * @param toCustomerId who gets them
 * @param points how many, at least 1
 * @param reason why, as both will read it
 */
public record TransferPoints(
    @NotNull UUID customerId,
    @NotNull UUID toCustomerId,
    @NotNull Points points,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
