package com.heyi.approvals;

import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.facade.WeightUnit;
import java.util.List;
import java.util.UUID;

/**
 * Whether an action waits for a second person.
 *
 * @param action name of the action
 * @param module the business module that it belongs to
 * @param unit what a threshold counts; NONE when there can be no threshold
 * @param above only when the call weighs more than this; null for always
 * @param withinHours how far back what the same maker did alone counts too; null when each call
 *     counts for itself
 * @param addsUpBy whether that is what he did to the same target or to any
 * @param checkers roles that may decide; none where there is no rule
 * @param expiresAfterHours how long a request waits; 0 where there is no rule
 * @param active whether the rule is in force
 * @param fixed whether it is hard-wired and cannot be changed
 * @param approval the approved request that set it, or null
 * @param version version of the rule; 0 where there is none
 */
public record ApprovalRuleView(
    String action,
    String module,
    WeightUnit unit,
    Long above,
    Integer withinHours,
    AddsUpBy addsUpBy,
    List<Role> checkers,
    int expiresAfterHours,
    boolean active,
    boolean fixed,
    UUID approval,
    long version)
    implements Targeted {
  public ApprovalRuleView {
    checkers = List.copyOf(checkers);
  }

  @Override
  public String auditTarget() {
    return "approval-rule:" + action;
  }
}
