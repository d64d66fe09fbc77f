package com.heyi.learning;

/** What somebody of the staff is told; each has its text, {@code notice.<kind>}. */
public enum NoticeKind {
  /** A deadline is near. Arguments: case, last day. */
  DEADLINE_NEAR,
  /** A deadline has passed. Arguments: case, last day. */
  DEADLINE_MISSED,
  /** A case came up to his level because its deadline is near. Arguments: case, last day. */
  MOVED_UP,
  /** A second failure soon after the first. Arguments: case, days between. */
  SECOND_FAILURE,
  /** A corrective action of his is due soon. Arguments: problem, last day. */
  ACTION_DUE,
  /** It is overdue. Arguments: problem, last day. */
  ACTION_OVERDUE,
  /** It did not help and is open again. Arguments: problem. */
  ACTION_DID_NOT_HELP,
  /** It helped. Arguments: problem. */
  ACTION_HELPED,
  /** A customer is to be won back by him. Arguments: case, last day. */
  WIN_BACK_DUE,
  /** He was given points. Arguments: case, points, last day to appeal. */
  POINTS_GIVEN,
  /** Points make somebody reach a threshold. Arguments: account, sum, consequence. */
  THRESHOLD_REACHED,
  /** Somebody appealed. Arguments: account, case. */
  APPEALED,
  /** His appeal was decided. Arguments: case, outcome. */
  APPEAL_DECIDED
}
