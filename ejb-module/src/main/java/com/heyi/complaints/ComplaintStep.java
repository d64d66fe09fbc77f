package com.heyi.complaints;

import static com.heyi.complaints.ComplaintStatus.ACCEPTED;
import static com.heyi.complaints.ComplaintStatus.ANALYSED;
import static com.heyi.complaints.ComplaintStatus.CLOSED;
import static com.heyi.complaints.ComplaintStatus.FED_BACK;
import static com.heyi.complaints.ComplaintStatus.HANDLED;
import static com.heyi.complaints.ComplaintStatus.RECORDED;
import static com.heyi.complaints.ComplaintStatus.TURNED;
import static com.heyi.complaints.ComplaintStatus.WAITING;
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
 *          ▲          ▲ ▲ │         │                    │  │        │
 *          │     RESUME │ └─ PAUSE ─┴▶ WAITING           │  │        │
 *          │            └───────────── CONTEST ──────────┘  │        │
 *          └──────────────── REVIEW ────────────────────────┴────────┤
 *          └──────────────── REOPEN ─────────── from WITHDRAWN too ──┘
 *  WITHDRAW leads from every open status to WITHDRAWN, the same day.
 *  TURN leads from RECORDED, ACCEPTED and WAITING to TURNED, under four eyes, unless there was an
 *  answer: it was no complaint. TURN_BACK leads back to RECORDED, with a clock from the day of receipt.
 *
 *  These leave a complaint where it is:
 *  NAME_STAFF        who is named in it may not handle it
 *  ASSIGN            another handler takes charge
 *  ESCALATE          up a level, with the authority that the case needs
 *  EXTEND            the days that the rule allows for an especially complex case, or the answer
 *                    that it is in progress, where the rule knows a final one
 *  COMPENSATE        money or points for the complainant; TAKE_BACK turns it round
 *  AGREE             the complainant accepts the answer
 *  WIN_BACK, HOLD_TO_ACCOUNT, RECTIFY: what the bank does for the customer, with those who
 *  answer for it, and about the cause
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
  /** It is about a member of the staff, who then may not handle it. */
  NAME_STAFF(EnumSet.of(RECORDED, ACCEPTED, WAITING, ANALYSED, HANDLED, FED_BACK), null),
  /** Another handler takes charge. */
  ASSIGN(EnumSet.of(ACCEPTED, WAITING, ANALYSED, HANDLED, FED_BACK), null),
  /** Up to a higher level; who has not its authority gives the case up. */
  ESCALATE(EnumSet.of(RECORDED, ACCEPTED, WAITING, ANALYSED, HANDLED), null),
  /** The rule's further days are granted, by a second person, and the complainant is told why. */
  EXTEND(EnumSet.of(ACCEPTED, ANALYSED, HANDLED), null),
  /** The complainant must bring something. Where the rules allow it the clock stands still. */
  PAUSE(EnumSet.of(ACCEPTED, ANALYSED), WAITING),
  /** He has, or will not: analysed anew with what he has brought. */
  RESUME(EnumSet.of(WAITING), ACCEPTED),
  /** Cause, responsible department and finding are established. */
  ANALYSE(EnumSet.of(ACCEPTED), ANALYSED),
  /** Measures are decided and taken. */
  HANDLE(EnumSet.of(ANALYSED), HANDLED),
  /** Money or points are given, within the handler's authority. */
  COMPENSATE(EnumSet.of(ANALYSED, HANDLED, FED_BACK), null),
  /** What was given is taken back whole. */
  TAKE_BACK(EnumSet.of(ACCEPTED, WAITING, ANALYSED, HANDLED, FED_BACK, CLOSED), null),
  /** The complainant is told. The clock stops. */
  FEED_BACK(EnumSet.of(HANDLED), FED_BACK),
  /** The complainant accepts the answer. */
  AGREE(EnumSet.of(FED_BACK), null),
  /** The complainant does not accept the answer: analysed anew, with a clock for the review. */
  CONTEST(EnumSet.of(FED_BACK), ACCEPTED),
  /** What was done to keep the customer. */
  WIN_BACK(EnumSet.of(FED_BACK, CLOSED), null),
  /** Who answers for it, and how. Where there was relief nothing closes without it. */
  HOLD_TO_ACCOUNT(EnumSet.of(FED_BACK, CLOSED), null),
  /** Settled; the root cause and what is rectified are recorded. */
  CLOSE(EnumSet.of(FED_BACK), CLOSED),
  /** The root cause has been put right. */
  RECTIFY(EnumSet.of(CLOSED), null),
  /** Looked at again (核查) by somebody who has not decided it, with a clock of its own. */
  REVIEW(EnumSet.of(FED_BACK, CLOSED), RECORDED),
  /** Taken up again, with a new clock. */
  REOPEN(EnumSet.of(CLOSED, WITHDRAWN), RECORDED),
  /** The complainant takes it back. */
  WITHDRAW(EnumSet.of(RECORDED, ACCEPTED, WAITING, ANALYSED, HANDLED, FED_BACK), WITHDRAWN),
  /** It is a suggestion or praise: out of clocks and figures, so never by one person alone. */
  TURN(EnumSet.of(RECORDED, ACCEPTED, WAITING), TURNED),
  /** It was a complaint after all, and its clock has run since it was received. */
  TURN_BACK(EnumSet.of(TURNED), RECORDED);

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
