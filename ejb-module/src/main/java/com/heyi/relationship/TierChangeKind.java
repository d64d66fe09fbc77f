package com.heyi.relationship;

/** How a tier comes about. */
public enum TierChangeKind {
  /** He was placed for the first time. */
  FIRST,
  RISE,
  FALL,
  /** He no longer reaches his tier and keeps it for a time. */
  GRACE,
  /** He reaches his tier again before the grace was over. */
  GRACE_LIFTED,
  /** Set by somebody, for a reason and a time. */
  BY_HAND,
  /** The time of a tier set by hand is over. */
  HAND_ENDED,
  /** His tier is no longer among the tiers. */
  RULES
}
