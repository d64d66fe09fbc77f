package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.HeyiException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Further days are added to the deadline of an answer only where its rules know them, once, and
 * before it has passed: Order 2020 No. 3 gives 30 more days for especially complex cases, 60 at
 * most, with the approval of the upper institution and told to the complainant. Where the first
 * answer may be that it is in progress, as under the CFPB's rules, that is told within its days and
 * once.
 */
final class TheDeadlineIsExtendedOnceAndInTime {
  private TheDeadlineIsExtendedOnceAndInTime() {}

  /** The clock that may be extended at this instant, or empty. */
  static Optional<CaseClock> find(List<CaseClock> running, Instant now) {
    return running.stream()
        .filter(CaseClock::allowsFurtherDays)
        .filter(clock -> TheDeadlineEndsWithItsLastDay.isMet(clock.dueAt(), now))
        .findFirst();
  }

  /**
   * The clock that may be extended at this instant.
   *
   * @throws HeyiException {@link ComplaintError#NO_EXTENSION}, {@link
   *     ComplaintError#EXTENDED_ALREADY}, {@link ComplaintError#EXTENDED_LATE}
   */
  static CaseClock of(List<CaseClock> running, Instant now) {
    return find(running, now).orElseThrow(() -> refusal(running));
  }

  private static HeyiException refusal(List<CaseClock> running) {
    for (CaseClock clock : running) {
      if (clock.allowsFurtherDays()) {
        return new HeyiException(ComplaintError.EXTENDED_LATE, clock.dueOn());
      }
      if (clock.isExtended() || clock.kind() == ClockKind.FINAL) {
        return new HeyiException(ComplaintError.EXTENDED_ALREADY, clock.dueOn());
      }
    }
    return new HeyiException(ComplaintError.NO_EXTENSION);
  }
}
