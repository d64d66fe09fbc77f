package com.heyi.complaints;

import static com.heyi.complaints.RemarkStatus.ANSWERED;
import static com.heyi.complaints.RemarkStatus.CLOSED;
import static com.heyi.complaints.RemarkStatus.PASSED_ON;
import static com.heyi.complaints.RemarkStatus.RECORDED;
import static com.heyi.complaints.RemarkStatus.TURNED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process of a suggestion or praise, whole. No law sets it a deadline.
 *
 * <pre>
 *  RECORD      PASS_ON        ANSWER        CLOSE
 *  ───▶ RECORDED ─▶ PASSED_ON ─▶ ANSWERED ─▶ CLOSED
 *  TURN leads from each of them to TURNED: it is a complaint.
 * </pre>
 */
public enum RemarkStep {
  /** Taken down by any channel. */
  RECORD(EnumSet.noneOf(RemarkStatus.class), RECORDED),
  /** To the department whose it is, or to another. */
  PASS_ON(EnumSet.of(RECORDED, PASSED_ON), PASSED_ON),
  /** A suggestion is answered, praise is thanked for. */
  ANSWER(EnumSet.of(PASSED_ON), ANSWERED),
  /** Nothing more is to be done. */
  CLOSE(EnumSet.of(ANSWERED), CLOSED),
  /** It is a complaint: found at any time. */
  TURN(EnumSet.of(RECORDED, PASSED_ON, ANSWERED, CLOSED), TURNED);

  private final Set<RemarkStatus> from;
  private final RemarkStatus to;

  RemarkStep(Set<RemarkStatus> from, RemarkStatus to) {
    this.from = from;
    this.to = to;
  }

  /** Where it leads from this status, or empty when it is not possible there. */
  public Optional<RemarkStatus> leadsFrom(RemarkStatus status) {
    return from.contains(status) ? Optional.of(to) : Optional.empty();
  }

  /** The steps possible in this status, in the order of the process. */
  public static List<RemarkStep> possibleIn(RemarkStatus status) {
    return Arrays.stream(values()).filter(step -> step.from.contains(status)).toList();
  }
}
