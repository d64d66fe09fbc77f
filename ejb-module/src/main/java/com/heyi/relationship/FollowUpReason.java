package com.heyi.relationship;

/** Why somebody should speak to a customer. */
public enum FollowUpReason {
  /** He no longer reaches his tier and keeps it for a time. */
  FALL,
  /** He has reached most of what the next tier asks for. */
  RISE,
  /** Much has come to him or gone from him on a day. */
  ALERT
}
