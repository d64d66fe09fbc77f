package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Issues no more coupons of a kind; those that customers have stay good.
 *
 * @param templateId which
 * @param expectedVersion as the caller saw it
 * @param reason why
 */
public record StopTemplate(
    @NotNull UUID templateId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "coupon_template:" + templateId;
  }
}
