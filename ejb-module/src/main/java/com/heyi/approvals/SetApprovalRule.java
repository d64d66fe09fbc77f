package com.heyi.approvals;

import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Sets whether an action waits for a second person.
 *
 * @param action name of the action
 * @param version the version of the rule that the caller has seen; 0 where there is none yet
 * @param above only when the call weighs more than this, in the unit of its action; null for always
 * @param withinHours how far back what the same maker did alone counts too, 1 hour to 30 days; null
 *     when each call counts for itself
 * @param addsUpBy whether that is what he did to the same target or to any; to the same when null
 * @param checkers roles that may decide
 * @param expiresAfterHours how long a request waits, 1 hour to 90 days
 * @param active whether the rule is in force
 * @param reason why
 */
public record SetApprovalRule(
    @NotBlank @Size(max = 100) String action,
    long version,
    @Min(0) Long above,
    @Min(1) @Max(720) Integer withinHours,
    AddsUpBy addsUpBy,
    @NotEmpty List<@NotNull Role> checkers,
    @Min(1) @Max(2160) int expiresAfterHours,
    boolean active,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  public SetApprovalRule {
    addsUpBy = addsUpBy == null ? AddsUpBy.TARGET : addsUpBy;
    checkers = checkers == null ? List.of() : checkers.stream().distinct().sorted().toList();
  }

  @Override
  public String auditTarget() {
    return "approval-rule:" + action;
  }
}
