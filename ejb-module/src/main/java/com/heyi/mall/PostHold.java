package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Spends points of a hold; what is not spent goes back into its lots.
 *
 * @param holdId which hold
 * @param points how many, 1 to what is held
 * @param reason what for, as the customer will read it
 */
public record PostHold(
    @NotNull UUID holdId, @NotNull Points points, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "hold:" + holdId;
  }
}
