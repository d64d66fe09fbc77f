package com.heyi.complaints.internal;

import com.heyi.complaints.CloseComplaint;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How a complaint ended, and when. What was found when it was closed stays when it is taken up
 * again, until it is closed anew.
 */
@Embeddable
class Ending {
  private Integer satisfaction;

  @Personal
  @Column(name = "root_cause")
  private String rootCause;

  @Column(name = "closed_at")
  private Instant closedAt;

  /** Not over yet. */
  protected Ending() {}

  private Ending(Integer satisfaction, String rootCause, Instant closedAt) {
    this.satisfaction = satisfaction;
    this.rootCause = rootCause;
    this.closedAt = closedAt;
  }

  /** Settled, with its root cause. */
  static Ending of(CloseComplaint command, Instant now) {
    return new Ending(command.satisfaction(), command.rootCause(), now);
  }

  /** Over at this instant without having been settled. */
  Ending at(Instant now) {
    return new Ending(satisfaction, rootCause, now);
  }

  /** Over no longer. */
  Ending undone() {
    return new Ending(satisfaction, rootCause, null);
  }

  /** It as the step tells it. */
  StepDetail told() {
    return StepDetail.of("satisfaction", satisfaction).with("rootCause", rootCause);
  }

  Integer satisfaction() {
    return satisfaction;
  }

  String rootCause() {
    return rootCause;
  }

  /** When it ended, or null while it is open. */
  Instant closedAt() {
    return closedAt;
  }
}
