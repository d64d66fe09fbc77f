package com.heyi.shared.facade;

import java.time.Duration;

/**
 * That an action needs a second person.
 *
 * @param above only when it weighs more than this, in the action's {@link WeightUnit}; null for
 *     always
 * @param within how far back what the same maker did alone counts too, so that a large amount
 *     cannot be cut into small ones; null when each call counts for itself
 * @param addsUpBy whether that is what he did to the same target or to any
 */
public record FourEyes(Long above, Duration within, AddsUpBy addsUpBy) {
  /** Every call of the action waits. */
  public static final FourEyes ALWAYS = new FourEyes(null, null, AddsUpBy.TARGET);

  /**
   * Whether what weighs this much waits.
   *
   * @param weight what it weighs, or null when it did not say: then it counts as too heavy
   */
  public boolean holds(Long weight) {
    return above == null || weight == null || weight > above;
  }

  /** Whether several calls count together. */
  public boolean addsUp() {
    return above != null && within != null;
  }
}
