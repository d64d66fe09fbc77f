package com.heyi.giftcards;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets from a day on how long gift cards last and how much they may hold. Cards that are there
 * already keep their last day.
 *
 * @param validFrom first day of issue for which it counts, not before today
 * @param months months from the day of issue to the last day
 * @param refundDays how long an expired card lasts again when money comes back to it
 * @param most the most that a card may be issued for, in CNY
 * @param source the rule that it follows
 */
public record SetCardRule(
    @NotNull LocalDate validFrom,
    @Min(1) @Max(1200) int months,
    @Min(1) @Max(3660) int refundDays,
    @NotNull Money most,
    @NotBlank @Size(max = 500) String source)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "gift-card-rule:" + validFrom;
  }

  @Override
  public String reason() {
    return source;
  }
}
