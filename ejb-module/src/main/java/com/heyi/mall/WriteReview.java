package com.heyi.mall;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A buyer says something about what he bought.
 *
 * @param customerId who
 * @param orderLineId the line of his order
 * @param stars 1 to 5
 * @param words what he says; identifiers in it are masked
 */
public record WriteReview(
    @NotNull UUID customerId,
    @NotNull UUID orderLineId,
    @Min(1) @Max(5) int stars,
    @Personal(Mask.ALL) @NotBlank @Size(max = 1000) String words)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
