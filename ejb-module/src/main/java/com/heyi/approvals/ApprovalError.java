package com.heyi.approvals;

import com.heyi.shared.error.ErrorCode;

/** Errors of approvals. */
public enum ApprovalError implements ErrorCode {
  /** The checker is the maker. */
  OWN_REQUEST("approval.own-request", Kind.FORBIDDEN),
  /** The checker holds none of the roles that may decide. */
  NOT_A_CHECKER("approval.not-a-checker", Kind.FORBIDDEN),
  /** An auditor decides nothing, whatever other role he holds. */
  AUDITOR("approval.auditor", Kind.FORBIDDEN),
  /** Only its maker can withdraw a request. */
  NOT_THE_MAKER("approval.not-the-maker", Kind.FORBIDDEN),
  /** The request has ended already. Argument: its status. */
  DECIDED("approval.decided", Kind.CONFLICT),
  /** Somebody else is deciding it at this moment. */
  BEING_DECIDED("approval.being-decided", Kind.CONFLICT),
  /** Nobody decided in time. */
  EXPIRED("approval.expired", Kind.CONFLICT),
  /** What it would change has moved on, so that it would not do what was shown. */
  MOVED("approval.moved", Kind.CONFLICT),
  /** Its maker may no longer do what he asked for. Argument: his name. */
  MAKER_MAY_NOT("approval.maker-may-not", Kind.CONFLICT),
  /** Another request for the same target waits. Arguments: its id, its action, its maker. */
  TARGET_WAITS("approval.target-waits", Kind.CONFLICT),
  /** The call sent again was a request that ended without approval. Arguments: id, status. */
  NOT_APPROVED("approval.not-approved", Kind.CONFLICT),
  /** The call would have to wait, but carries what nobody may keep. Argument: its action. */
  CARRIES_SECRET("approval.carries-secret", Kind.RULE),
  /** What is stored is not what was proposed. */
  TAMPERED("approval.tampered", Kind.CONFLICT),
  /** No command has this name. Argument: the name. */
  ACTION_UNKNOWN("approval-rule.action-unknown", Kind.RULE),
  /** Approvals themselves and their rules cannot be configured. Argument: the action. */
  ACTION_FIXED("approval-rule.action-fixed", Kind.RULE),
  /** The action has no amount, so that there can be no threshold. Argument: the action. */
  NO_AMOUNT("approval-rule.no-amount", Kind.RULE),
  /** Amounts were to add up under a rule that holds always. Argument: the action. */
  NOTHING_ADDS_UP("approval-rule.nothing-adds-up", Kind.RULE),
  /** A role that decides nothing was named as a checker. Argument: the role. */
  ROLE_CANNOT_CHECK("approval-rule.role-cannot-check", Kind.RULE),
  /** The answer of the action tells a secret to who calls it, and to nobody later. Its name. */
  TOLD_ONCE("approval-rule.told-once", Kind.RULE);

  private final String code;
  private final Kind kind;

  ApprovalError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
