package com.heyi.complaints;

import static com.heyi.complaints.ComplaintStatus.ACCEPTED;
import static com.heyi.complaints.ComplaintStatus.ANALYSED;
import static com.heyi.complaints.ComplaintStatus.CLOSED;
import static com.heyi.complaints.ComplaintStatus.FED_BACK;
import static com.heyi.complaints.ComplaintStatus.HANDLED;
import static com.heyi.complaints.ComplaintStatus.RECORDED;
import static com.heyi.complaints.ComplaintStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process of a complaint, whole: which step is possible where, and where it leads.
 *
 * <pre>
 *  RECORD      ACCEPT      ANALYSE     HANDLE     FEED_BACK     CLOSE
 *  ───▶ RECORDED ─▶ ACCEPTED ─▶ ANALYSED ─▶ HANDLED ─▶ FED_BACK ─▶ CLOSED
 *                      ▲                                  │
 *                      └──────────── CONTEST ─────────────┘
 *  WITHDRAW leads from every open status to WITHDRAWN, the same day.
 *  ASSIGN hands an accepted complaint to another handler and leaves it where it is.
 *  EXTEND adds the days that the rule allows for an especially complex case.
 *  IMPORT takes in a case of another body where that body has brought it.
 * </pre>
 */
public enum ComplaintStep {
  /** Taken down by any channel. The clock starts with the day it was received. */
  RECORD(EnumSet.noneOf(ComplaintStatus.class), RECORDED),
  /** Taken over from another body; leads where that body says the case is. */
  IMPORT(EnumSet.noneOf(ComplaintStatus.class), null),
  /** A handler takes charge and settles whether it is simple or complex. */
  ACCEPT(EnumSet.of(RECORDED), ACCEPTED),
  /** Another handler takes charge. */
  ASSIGN(EnumSet.of(ACCEPTED, ANALYSED, HANDLED, FED_BACK), null),
  /** The rule's further days are granted, by a second person, and the complainant is told. */
  EXTEND(EnumSet.of(ACCEPTED, ANALYSED, HANDLED), null),
  /** Cause, responsible department and finding are established. */
  ANALYSE(EnumSet.of(ACCEPTED), ANALYSED),
  /** Measures are decided and taken. */
  HANDLE(EnumSet.of(ANALYSED), HANDLED),
  /** The complainant is told. The clock stops. */
  FEED_BACK(EnumSet.of(HANDLED), FED_BACK),
  /** The complainant does not accept the answer: analysed anew, with a clock for the review. */
  CONTEST(EnumSet.of(FED_BACK), ACCEPTED),
  /** Settled; the root cause and what is rectified are recorded. */
  CLOSE(EnumSet.of(FED_BACK), CLOSED),
  /** The complainant takes it back. */
  WITHDRAW(EnumSet.of(RECORDED, ACCEPTED, ANALYSED, HANDLED, FED_BACK), WITHDRAWN);

  private final Set<ComplaintStatus> from;
  private final ComplaintStatus to;

  ComplaintStep(Set<ComplaintStatus> from, ComplaintStatus to) {
    this.from = from;
    this.to = to;
  }

  /** Where the step leads from this status, or empty when it is not possible there. */
  public Optional<ComplaintStatus> leadsFrom(ComplaintStatus status) {
    return from.contains(status) ? Optional.of(to == null ? status : to) : Optional.empty();
  }

  /** The steps possible in this status, in the order of the process. */
  public static List<ComplaintStep> possibleIn(ComplaintStatus status) {
    return Arrays.stream(values()).filter(step -> step.from.contains(status)).toList();
  }
}
