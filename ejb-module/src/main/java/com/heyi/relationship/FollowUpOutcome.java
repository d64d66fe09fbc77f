package com.heyi.relationship;

import static com.heyi.relationship.FollowUpReason.ALERT;
import static com.heyi.relationship.FollowUpReason.FALL;
import static com.heyi.relationship.FollowUpReason.RISE;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What came of a follow-up. */
public enum FollowUpOutcome {
  /** He stays: in his tier, or with his money. */
  KEPT(FALL, ALERT),
  /** He lets his tier go, or takes his money elsewhere. */
  FELL(FALL, ALERT),
  /** He reaches the next tier. */
  ROSE(RISE),
  /** He will think about it. */
  LATER(FALL, RISE, ALERT),
  /** He could not be reached. */
  NO_CONTACT(FALL, RISE, ALERT),
  /** He does not want it. */
  NOT_INTERESTED(FALL, RISE, ALERT),
  /** Something else, which the note tells. */
  OTHER(FALL, RISE, ALERT);

  private final Set<FollowUpReason> reasons;

  FollowUpOutcome(FollowUpReason... reasons) {
    this.reasons = Set.of(reasons);
  }

  /** What can come of a follow-up for this reason. */
  public static List<FollowUpOutcome> of(FollowUpReason reason) {
    return Arrays.stream(values()).filter(outcome -> outcome.reasons.contains(reason)).toList();
  }
}
