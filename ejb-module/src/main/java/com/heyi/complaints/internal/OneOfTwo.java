package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.HeyiException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A case beside another of the same matter. The one that came in first goes on and owes its answer
 * no later than the other did: joining moves no deadline and hides none that was missed.
 *
 * @param number its number
 * @param receivedAt when it was received
 * @param dueAt when its nearest deadline ends
 * @param dueOn the last day of that
 * @param owesAnswer whether the complainant still waits for an answer
 * @param ticking whether its clock runs, and does not stand still
 * @param missedOn the last day of the deadline that was missed or has passed, the first of several;
 *     or null when none was
 */
record OneOfTwo(
    String number,
    Instant receivedAt,
    Instant dueAt,
    LocalDate dueOn,
    boolean owesAnswer,
    boolean ticking,
    LocalDate missedOn) {

  /**
   * Lets it be joined to this one.
   *
   * @throws HeyiException {@link ComplaintError#JOIN_LATER}, {@link ComplaintError#JOIN_MISSED},
   *     {@link ComplaintError#JOIN_DEADLINE}
   */
  void joinTo(OneOfTwo main) {
    if (main.receivedAt.isAfter(receivedAt)) {
      throw new HeyiException(ComplaintError.JOIN_LATER, number, main.number);
    }
    if (missedOn != null) {
      throw new HeyiException(ComplaintError.JOIN_MISSED, number, missedOn);
    }
    if (owesAnswer && (!main.ticking || main.dueAt.isAfter(dueAt))) {
      throw new HeyiException(ComplaintError.JOIN_DEADLINE, number, dueOn, main.number);
    }
  }
}
