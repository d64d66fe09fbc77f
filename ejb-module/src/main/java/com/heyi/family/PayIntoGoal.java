package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Pays into the account in which a child saves for a goal.
 *
 * @param householdId the household
 * @param goalId what is saved for
 * @param memberId who pays: the child or a guardian
 * @param fromAccount an account of his
 * @param amount how much, in CNY
 */
public record PayIntoGoal(
    @NotNull UUID householdId,
    @NotNull UUID goalId,
    @NotNull UUID memberId,
    @NotNull UUID fromAccount,
    @NotNull Money amount)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
