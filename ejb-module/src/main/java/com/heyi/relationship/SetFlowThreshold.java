package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets from how much on in a day a manager is alerted.
 *
 * @param direction whether it comes or goes
 * @param tier code of the tier, or null for every tier without a threshold of its own
 * @param validFrom tomorrow at the earliest
 * @param amount CNY, more than nothing; null for no alert
 * @param source who decided it, or where it stands
 */
public record SetFlowThreshold(
    @NotNull FlowDirection direction,
    String tier,
    @NotNull LocalDate validFrom,
    Money amount,
    @NotBlank @Size(max = 500) String source)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "flow-threshold:" + direction + "/" + (tier == null ? "*" : tier);
  }
}
