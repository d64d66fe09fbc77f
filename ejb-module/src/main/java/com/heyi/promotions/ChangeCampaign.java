package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Starts or stops a campaign, or lets it issue its coupon to the whole audience.
 *
 * @param campaignId which
 * @param expectedVersion as the caller saw it
 * @param reason why
 */
public record ChangeCampaign(
    @NotNull UUID campaignId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "campaign:" + campaignId;
  }
}
