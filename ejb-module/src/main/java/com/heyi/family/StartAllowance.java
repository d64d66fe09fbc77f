package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Starts an allowance.
 *
 * @param householdId the household
 * @param guardianId the customer who decides this, a guardian of the household
 * @param childId the child
 * @param kind what it is for
 * @param fromAccount an account of the guardian
 * @param toAccount an account of the child
 * @param amount how much each time, in CNY
 * @param rhythm how often
 * @param onDay day of the week (1 Monday to 7) or of the month
 * @param startsOn from which day on, today at the earliest
 * @param endsOn the last day on which it may be due, or null
 */
public record StartAllowance(
    @NotNull UUID householdId,
    @NotNull UUID guardianId,
    @NotNull UUID childId,
    @NotNull AllowanceKind kind,
    @NotNull UUID fromAccount,
    @NotNull UUID toAccount,
    @NotNull Money amount,
    @NotNull Rhythm rhythm,
    @Min(1) @Max(31) int onDay,
    @NotNull LocalDate startsOn,
    LocalDate endsOn)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
