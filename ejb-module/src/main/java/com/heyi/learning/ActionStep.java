package com.heyi.learning;

import static com.heyi.learning.ActionStatus.DONE;
import static com.heyi.learning.ActionStatus.DROPPED;
import static com.heyi.learning.ActionStatus.EFFECTIVE;
import static com.heyi.learning.ActionStatus.OPEN;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done with a corrective action.
 *
 * <pre>
 *  PLAN        COMPLETE        HELPED
 *  ───▶ OPEN ──────────▶ DONE ────────▶ EFFECTIVE
 *        │ ▲               │
 *   DROP │ └─ DID_NOT_HELP ┘  the next round
 *        ▼
 *      DROPPED
 * </pre>
 */
public enum ActionStep {
  /** Done, with evidence. */
  COMPLETE(EnumSet.of(OPEN), DONE),
  /** Given up, with the reason. */
  DROP(EnumSet.of(OPEN), DROPPED),
  /** The figures after some months are better. */
  HELPED(EnumSet.of(DONE), EFFECTIVE),
  /** They are not: open again, in its next round. */
  DID_NOT_HELP(EnumSet.of(DONE), OPEN);

  private final Set<ActionStatus> from;
  private final ActionStatus to;

  ActionStep(Set<ActionStatus> from, ActionStatus to) {
    this.from = from;
    this.to = to;
  }

  /** Where it leads from this status, or empty when it is not possible there. */
  public Optional<ActionStatus> leadsFrom(ActionStatus status) {
    return from.contains(status) ? Optional.of(to) : Optional.empty();
  }
}
