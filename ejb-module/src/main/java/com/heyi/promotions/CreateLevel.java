package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Defines a level of membership.
 *
 * @param code by which people name it
 * @param name as customers read it
 * @param rank 1 to 100; the higher one has the benefits of those below it
 * @param fee in points, for the whole of its months; 0 or more
 * @param cash in money beside the points, at most a hundred million yuan; null for none
 * @param months how long it lasts
 * @param refund what is given back when it is ended early
 */
public record CreateLevel(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]*") String code,
    @NotBlank @Size(max = 200) String name,
    @Min(1) @Max(100) int rank,
    @NotNull Points fee,
    Money cash,
    @Min(1) @Max(120) int months,
    @NotNull FeeRefund refund)
    implements Targeted {
  public CreateLevel {
    cash = cash == null ? Money.zero(Money.CNY) : cash;
  }

  @Override
  public String auditTarget() {
    return "membership_level:" + code;
  }
}
