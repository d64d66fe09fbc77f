package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Sets what points are reckoned to be worth, from a day on.
 *
 * @param validFrom first day on which it counts, not before today
 * @param costPerPoint CNY for one point, 0 to 1,000
 * @param redemptionRate share of points expected to be redeemed, 0 to 1
 * @param source what it follows
 */
public record SetLiabilityParameter(
    @NotNull LocalDate validFrom,
    @NotNull @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 6)
        BigDecimal costPerPoint,
    @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 6)
        BigDecimal redemptionRate,
    @NotBlank @Size(max = 500) String source)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "liability-parameter:" + validFrom;
  }

  @Override
  public String reason() {
    return source;
  }
}
