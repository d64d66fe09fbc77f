package com.heyi.relationship;

/** What has become of a follow-up. */
public enum FollowUpStatus {
  /** Nobody has taken it on. */
  OPEN,
  /** Somebody has taken it on. */
  CLAIMED,
  /** Somebody has spoken to the customer, or tried to, and said what came of it. */
  DONE,
  /** Its reason was gone before anybody took it on. */
  LAPSED
}
