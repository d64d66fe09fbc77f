package com.heyi.shared.facade;

/**
 * That an action needs a second person.
 *
 * @param above only when it weighs more than this, in the action's {@link WeightUnit}; null for
 *     always
 */
public record FourEyes(Long above) {
  /** Every call of the action waits. */
  public static final FourEyes ALWAYS = new FourEyes(null);

  /**
   * Whether a call of this weight waits.
   *
   * @param weight what it weighs, or null when it did not say: then it counts as too heavy
   */
  public boolean holds(Long weight) {
    return above == null || weight == null || weight > above;
  }
}
