package com.heyi.complaints;

/** Why somebody may not handle a case (回避). */
public enum Interest {
  /** It is about his own branch. */
  OWN_BRANCH,
  /** It is about something that he sold. */
  OWN_SALE,
  /** The complainant names him. */
  NAMED,
  /** He took the decision that is reviewed. */
  EARLIER_DECISION
}
