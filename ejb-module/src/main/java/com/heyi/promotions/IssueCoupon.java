package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives a customer a coupon.
 *
 * @param customerId whom
 * @param template code of its kind; left out when a campaign is named
 * @param campaign code of the campaign that pays for it, or null
 * @param reason why, or null
 */
public record IssueCoupon(
    @NotNull UUID customerId,
    @Size(max = 40) String template,
    @Size(max = 40) String campaign,
    @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
