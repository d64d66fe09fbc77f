package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Takes back a coupon that was not used.
 *
 * @param couponId which
 * @param reason why
 */
public record RevokeCoupon(@NotNull UUID couponId, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "coupon:" + couponId;
  }
}
