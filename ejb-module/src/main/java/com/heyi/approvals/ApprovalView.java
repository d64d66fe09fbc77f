package com.heyi.approvals;

import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.facade.WeightUnit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request as its maker, a checker and an auditor see it.
 *
 * @param id id of the request
 * @param status where it stands
 * @param action name of the action that waits
 * @param module the business module of the action
 * @param target what it is about, or null
 * @param reason why, in the maker's words, or null
 * @param weight how heavy it is, in the unit, or null
 * @param together how heavy it is with what its maker did alone to the same target before, as far
 *     as that counted against the threshold, or null
 * @param unit what the weight counts
 * @param maker account name of who asked
 * @param makerName his name
 * @param makerRoles the roles he held
 * @param makerBranch code of his branch, or null
 * @param channel the way it came
 * @param requestId id of his request
 * @param madeAt when
 * @param expiresAt until when it can be decided
 * @param arguments what would be called with what, personal values masked
 * @param changes what would change, personal values masked
 * @param argumentsHash SHA-256 of the exact arguments, which alone will be run
 * @param checkers roles that may decide
 * @param decidedBy account name of who ended it, or null
 * @param decidedByName his name, or null
 * @param decidedAt when it ended, or null
 * @param decisionReason why, or null
 * @param result what the approved run answered about, such as {@code import:0197…}, or null
 * @param mayDecide whether the caller may approve or reject it
 * @param mayWithdraw whether the caller may take it back
 * @param version version of the record
 */
public record ApprovalView(
    UUID id,
    ApprovalStatus status,
    String action,
    String module,
    String target,
    String reason,
    Long weight,
    Long together,
    WeightUnit unit,
    String maker,
    String makerName,
    List<Role> makerRoles,
    String makerBranch,
    Channel channel,
    String requestId,
    Instant madeAt,
    Instant expiresAt,
    List<Argument> arguments,
    List<Change> changes,
    String argumentsHash,
    List<Role> checkers,
    String decidedBy,
    String decidedByName,
    Instant decidedAt,
    String decisionReason,
    String result,
    boolean mayDecide,
    boolean mayWithdraw,
    long version)
    implements Targeted {
  public ApprovalView {
    makerRoles = List.copyOf(makerRoles);
    arguments = List.copyOf(arguments);
    changes = List.copyOf(changes);
    checkers = List.copyOf(checkers);
  }

  /**
   * One value of the command.
   *
   * @param name name of the field as in the API
   * @param value its value, masked when it is personal, or null
   */
  public record Argument(String name, String value) {}

  @Override
  public String auditTarget() {
    return "approval:" + id;
  }
}
