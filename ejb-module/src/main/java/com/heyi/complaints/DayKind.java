package com.heyi.complaints;

/** Which days a deadline counts. */
public enum DayKind {
  /** Every day. */
  CALENDAR,
  /** Days that are worked by the rule's calendar: without holidays, with make-up working days. */
  WORKING
}
