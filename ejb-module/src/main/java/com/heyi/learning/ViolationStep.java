package com.heyi.learning;

import static com.heyi.learning.ViolationStatus.APPEALED;
import static com.heyi.learning.ViolationStatus.LIFTED;
import static com.heyi.learning.ViolationStatus.STANDING;
import static com.heyi.learning.ViolationStatus.UPHELD;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done with the points of a violation.
 *
 * <pre>
 *  give            APPEAL            UPHOLD
 *  ───▶ STANDING ─────────▶ APPEALED ───────▶ UPHELD
 *                              └─────────────▶ LIFTED
 *                                   LIFT
 * </pre>
 */
public enum ViolationStep {
  /** By the member of the staff himself, within the days for it, once. */
  APPEAL(EnumSet.of(STANDING), APPEALED),
  /** By an administrator who is neither he nor who gave them. */
  UPHOLD(EnumSet.of(APPEALED), UPHELD),
  /** By the same. */
  LIFT(EnumSet.of(APPEALED), LIFTED);

  private final Set<ViolationStatus> from;
  private final ViolationStatus to;

  ViolationStep(Set<ViolationStatus> from, ViolationStatus to) {
    this.from = from;
    this.to = to;
  }

  /** Where it leads from this status, or empty when it is not possible there. */
  public Optional<ViolationStatus> leadsFrom(ViolationStatus status) {
    return from.contains(status) ? Optional.of(to) : Optional.empty();
  }
}
