package com.heyi.complaints.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a run counts as worked on after what was done last. A step holds the run's row for as
 * long as it takes; so only what stands idle can be left behind.
 */
@Embeddable
public class Lease {
  /** Longer than a job needs to begin. */
  static final Duration LASTS = Duration.ofMinutes(2);

  /** So many jobs in a row that began and vanished are enough: whatever ends them would go on. */
  static final int MOST_IN_VAIN = 3;

  @Column(name = "held_until")
  private Instant heldUntil;

  private int begun;

  @Column(name = "taken_up")
  private int takenUp;

  @Column(name = "taken_up_at")
  private Instant takenUpAt;

  protected Lease() {}

  Lease(Instant now) {
    prolong(now);
  }

  void begin(Instant now) {
    begun++;
    prolong(now);
  }

  void comeForward(Instant now) {
    begun = 0;
    prolong(now);
  }

  void takeUp(Instant now) {
    takenUp++;
    takenUpAt = now;
    prolong(now);
  }

  private void prolong(Instant now) {
    heldUntil = now.plus(LASTS);
  }

  /** Whether one job after the other has vanished without bringing the run forward. */
  boolean isInVain() {
    return begun >= MOST_IN_VAIN;
  }

  int takenUp() {
    return takenUp;
  }

  Instant takenUpAt() {
    return takenUpAt;
  }
}
