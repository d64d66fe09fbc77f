package com.heyi.family;

import com.heyi.shared.error.ErrorCode;

/** What the family refuses. */
public enum FamilyError implements ErrorCode {
  /** Only a guardian of the household may do this. Argument: the customer's number. */
  NOT_GUARDIAN("family.not-guardian", Kind.FORBIDDEN),
  /** He is not a child of the household. Argument: the customer's number. */
  NOT_CHILD("family.not-child", Kind.RULE),
  /** His age is not known, because his identity is not verified. Argument: number. */
  AGE_UNKNOWN("family.age-unknown", Kind.RULE),
  /** A guardian must be eighteen. Argument: number. */
  GUARDIAN_MINOR("family.guardian-minor", Kind.RULE),
  /** A child must be under eighteen. Argument: number. */
  CHILD_OF_AGE("family.child-of-age", Kind.RULE),
  /** He belongs to a household already. Argument: number. */
  ELSEWHERE("family.elsewhere", Kind.CONFLICT),
  /** He does not belong to this household. Argument: number. */
  NOT_MEMBER("family.not-member", Kind.RULE),
  /** While there are children a guardian must stay. */
  LAST_GUARDIAN("family.last-guardian", Kind.RULE),
  /** The account is not his. Arguments: account, number of the customer. */
  NOT_HIS_ACCOUNT("family.not-his-account", Kind.RULE),
  /** An amount must be more than nothing, in CNY. */
  AMOUNT("family.amount", Kind.INVALID),
  /** There is no such day in the rhythm. Argument: the greatest. */
  DAY("family.day", Kind.INVALID),
  /** The first day lies in the past, or the last before the first. */
  DATES("family.dates", Kind.INVALID),
  /** What may be paid in a day is not less than what may be paid at once. */
  LIMITS("family.limits", Kind.INVALID),
  /** The allowance is stopped already. */
  STOPPED("family.allowance-stopped", Kind.CONFLICT),
  /**
   * The guardian gives the child such an allowance already. Arguments: yuan each time, the next day
   * on which it is due.
   */
  ALLOWANCE_RUNS("family.allowance-runs", Kind.CONFLICT),
  /** The task is not where this can be done. Argument: its status. */
  TASK_STATUS("family.task-status", Kind.RULE),
  /** The goal is given up already. */
  GOAL_GIVEN_UP("family.goal-given-up", Kind.CONFLICT),
  /** An account has one goal at a time. Argument: its number. */
  GOAL_THERE("family.goal-there", Kind.CONFLICT),
  /** The money lies where the child saves already. */
  SAME_ACCOUNT("family.same-account", Kind.INVALID),
  /** A guardian bounds what the child may pay at once. Arguments: limit, wanted. */
  LIMIT_PAYMENT("family.limit-payment", Kind.RULE),
  /** A guardian bounds what the child may pay in a day. Arguments: limit, paid, wanted. */
  LIMIT_DAY("family.limit-day", Kind.RULE);

  private final String code;
  private final Kind kind;

  FamilyError(String code, Kind kind) {
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
