package com.heyi.complaints.internal;

import com.heyi.complaints.ClockView;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.Complexity;
import com.heyi.shared.error.HeyiException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a complaint taken together.
 *
 * @param all in the order in which they were started, one that binds at least
 */
record CaseClocks(List<CaseClock> all) {

  private List<CaseClock> running() {
    return all.stream().filter(CaseClock::isRunning).toList();
  }

  private List<CaseClock> binding() {
    return all.stream().filter(clock -> clock.kind().binds()).toList();
  }

  /**
   * Sets those that run anew, because the case proved simpler or harder.
   *
   * @throws HeyiException {@link ComplaintError#COMPLEX_LATE} when a deadline has passed already
   */
  void set(Deadlines deadlines, Complexity complexity, Instant now) {
    requireInTime(ComplaintError.COMPLEX_LATE, now);
    running().forEach(clock -> clock.set(deadlines, complexity));
  }

  /**
   * Those that run stand still, where their rules allow it.
   *
   * @throws HeyiException {@link ComplaintError#PAUSED_LATE} when a deadline has passed already
   */
  void pause(Instant now) {
    requireInTime(ComplaintError.PAUSED_LATE, now);
    running().forEach(clock -> clock.pause(now));
  }

  /** A deadline that was missed is never made good, so none is moved after it has passed. */
  private void requireInTime(ComplaintError late, Instant now) {
    for (CaseClock clock : running()) {
      if (clock.kind().binds() && !TheDeadlineEndsWithItsLastDay.isMet(clock.dueAt(), now)) {
        throw new HeyiException(late, clock.dueOn());
      }
    }
  }

  void resume(Deadlines deadlines) {
    running().forEach(clock -> clock.resume(deadlines));
  }

  void stop(Instant now) {
    running().forEach(clock -> clock.stop(now));
  }

  boolean isExtensible(Instant now) {
    return TheDeadlineIsExtendedOnceAndInTime.find(running(), now).isPresent();
  }

  /**
   * The clock that may be extended at this instant.
   *
   * @throws HeyiException {@link ComplaintError#NO_EXTENSION}, {@link
   *     ComplaintError#EXTENDED_ALREADY}, {@link ComplaintError#EXTENDED_LATE}
   */
  CaseClock extensible(Instant now) {
    return TheDeadlineIsExtendedOnceAndInTime.of(running(), now);
  }

  /**
   * What they come to for a complaint that stands there: the nearest running clock that binds, or
   * the last one when none runs. Time runs while an answer is owed, and not every clock stands
   * still.
   */
  Deadline deadline(ComplaintStatus status) {
    List<CaseClock> binding = binding();
    CaseClock shown =
        binding.stream()
            .filter(CaseClock::isRunning)
            .min(Comparator.comparing(CaseClock::dueAt))
            .orElseGet(() -> binding.get(binding.size() - 1));
    boolean missed = binding.stream().anyMatch(clock -> Boolean.FALSE.equals(clock.met()));
    boolean running = binding.stream().anyMatch(CaseClock::isRunning);
    Boolean onTime = missed ? Boolean.FALSE : running ? null : Boolean.TRUE;
    return new Deadline(shown, onTime, status.owesAnswer() && !isWaiting(status, binding));
  }

  /**
   * The last day of the first deadline that was missed, or that has passed.
   *
   * @param ticking whether time runs
   */
  Optional<LocalDate> firstMissed(boolean ticking, Instant now) {
    return binding().stream()
        .filter(
            clock ->
                Boolean.FALSE.equals(clock.met())
                    || ticking
                        && clock.isRunning()
                        && !clock.isPaused()
                        && !TheDeadlineEndsWithItsLastDay.isMet(clock.dueAt(), now))
        .map(CaseClock::dueOn)
        .min(Comparator.naturalOrder());
  }

  private static boolean isWaiting(ComplaintStatus status, List<CaseClock> binding) {
    return status == ComplaintStatus.WAITING
        && binding.stream().noneMatch(clock -> clock.isRunning() && !clock.isPaused());
  }

  /** Those that run first, each by their deadline. */
  List<ClockView> views(Clock clock) {
    return all.stream().sorted(CaseClock.NEAREST_FIRST).map(one -> one.view(clock)).toList();
  }
}
