package com.heyi.learning;

import com.heyi.shared.error.ErrorCode;

/** What stands against learning from complaints. */
public enum LearningError implements ErrorCode {
  /** There is no such root cause. Argument: its code. */
  CAUSE_UNKNOWN("learning.cause-unknown", Kind.RULE),
  /** A retired cause takes no new cases and no new branches. Argument: its code. */
  CAUSE_RETIRED("learning.cause-retired", Kind.RULE),
  /** There is one with this code. Argument: the code. */
  CAUSE_EXISTS("learning.cause-exists", Kind.CONFLICT),
  /** A cause cannot hang below itself. Argument: its code. */
  CAUSE_CIRCLE("learning.cause-circle", Kind.RULE),
  /** Causes below it are in use; they are retired first. Argument: one of them. */
  CAUSE_HAS_BRANCHES("learning.cause-has-branches", Kind.RULE),
  /** There is no such case. Argument: what was given. */
  CASE_UNKNOWN("learning.case-unknown", Kind.RULE),
  /** Before the analysis nobody knows the cause. Argument: the case. */
  CASE_TOO_EARLY("learning.case-too-early", Kind.RULE),
  /** Only who is in charge of the case says so. Argument: the case. */
  NOT_IN_CHARGE("learning.not-in-charge", Kind.FORBIDDEN),
  /** The case belongs to the problem already. Argument: the case. */
  LINKED_ALREADY("learning.linked-already", Kind.CONFLICT),
  /** The case does not belong to the problem. */
  NOT_LINKED("learning.not-linked", Kind.RULE),
  /** The problem's status does not allow it. Argument: the status. */
  PROBLEM_STATUS("learning.problem-status", Kind.RULE),
  /** The action's status does not allow it. Argument: the status. */
  ACTION_STATUS("learning.action-status", Kind.RULE),
  /** A problem is not closed while it is not known whether every action helped. */
  ACTIONS_OPEN("learning.actions-open", Kind.RULE),
  /** Whether an action helps is reckoned by the problem's root cause, which is not set. */
  PROBLEM_WITHOUT_CAUSE("learning.problem-without-cause", Kind.RULE),
  /** Only its owner or an administrator may. Argument: the owner. */
  NOT_OWNER("learning.not-owner", Kind.FORBIDDEN),
  /** A day in the past. Argument: the earliest. */
  DAY_PAST("learning.day-past", Kind.INVALID),
  /** The months have not passed. Argument: the first day. */
  CHECK_EARLY("learning.check-early", Kind.RULE),
  /** No such rule is in force. Argument: its code. */
  RULE_UNKNOWN("learning.rule-unknown", Kind.RULE),
  /** A rule for this day is set already. */
  RULE_DUPLICATE("learning.rule-duplicate", Kind.CONFLICT),
  /** Points follow the step that holds to account. Argument: the case. */
  NOT_HELD_TO_ACCOUNT("learning.not-held-to-account", Kind.RULE),
  /** Nobody gives points to himself. */
  OWN_POINTS("learning.own-points", Kind.FORBIDDEN),
  /** Nobody of the bank has this account. Argument: the account. */
  STAFF_UNKNOWN("learning.staff-unknown", Kind.RULE),
  /** He has points for this already. Arguments: account, case. */
  GIVEN_ALREADY("learning.given-already", Kind.CONFLICT),
  /** The violation's status does not allow it. Argument: the status. */
  VIOLATION_STATUS("learning.violation-status", Kind.RULE),
  /** Only he himself appeals. */
  NOT_HIS("learning.not-his", Kind.FORBIDDEN),
  /** The days to appeal are over. Argument: the last. */
  APPEAL_LATE("learning.appeal-late", Kind.RULE),
  /** An appeal is decided by somebody else than who gave the points, or has them. */
  DECIDES_OWN("learning.decides-own", Kind.FORBIDDEN),
  /** It is handled already. */
  HANDLED_ALREADY("learning.handled-already", Kind.CONFLICT),
  /** The complainant is no customer, so there is nobody to win back. Argument: the case. */
  NO_CUSTOMER("learning.no-customer", Kind.RULE),
  /** A customer is won back once he has his answer. Argument: the case. */
  NOT_ANSWERED("learning.not-answered", Kind.RULE),
  /** Nothing was asked, or the link is none of ours. */
  SURVEY_UNKNOWN("learning.survey-unknown", Kind.NOT_FOUND),
  /** Who worked on the case takes down no grade of it. */
  GRADES_HIMSELF("learning.grades-himself", Kind.FORBIDDEN),
  /** It is answered already. */
  SURVEY_ANSWERED("learning.survey-answered", Kind.CONFLICT),
  /** The link's time is over. */
  SURVEY_EXPIRED("learning.survey-expired", Kind.RULE);

  private final String code;
  private final Kind kind;

  LearningError(String code, Kind kind) {
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
