package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Reverses a grant, or a correction upwards, by a new entry that names it. What its lot still has
 * goes first; what was spent of it is taken from the customer's other usable points, the soonest to
 * expire first. What has expired of it is gone already and is not asked for.
 *
 * @param customerId whose points
 * @param entryId the entry to reverse
 * @param reason why, as the customer will read it
 * @param waiveWhatIsSpent whether what cannot be taken is given up; otherwise the reversal is
 *     refused as a whole. A customer never owes points
 */
public record ReverseGrant(
    @NotNull UUID customerId,
    @NotNull UUID entryId,
    @NotBlank @Size(max = 500) String reason,
    boolean waiveWhatIsSpent)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
