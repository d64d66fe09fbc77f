package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.HandleComplaint;
import com.heyi.complaints.Resolution;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What was decided, and done. The bank states what the complainant gets; only of another body's
 * case may that be unknown.
 */
@Embeddable
class Decision {
  @Enumerated(EnumType.STRING)
  private Resolution resolution;

  @Personal private String measures;

  /** Not decided yet. */
  protected Decision() {}

  private Decision(Resolution resolution, String measures) {
    this.resolution = resolution;
    this.measures = measures;
  }

  /**
   * The bank's.
   *
   * @throws HeyiException {@link CommonError#INVALID} when it states no resolution
   */
  static Decision of(HandleComplaint command) {
    if (command.resolution() == Resolution.NOT_STATED) {
      throw CommonError.invalid("resolution", ComplaintError.RESOLUTION_NOT_STATED);
    }
    return new Decision(command.resolution(), command.measures());
  }

  /** Another body's, of which no measures are known. */
  static Decision of(OutsideCase outside) {
    return new Decision(outside.resolution(), null);
  }

  /** It as the step tells it. */
  StepDetail told() {
    return StepDetail.of("resolution", resolution).with("measures", measures);
  }

  /** Whether the complainant gets something, so that somebody has to account for it. */
  boolean givesRelief() {
    return resolution == Resolution.MONETARY_RELIEF || resolution == Resolution.NON_MONETARY_RELIEF;
  }

  Resolution resolution() {
    return resolution;
  }

  String measures() {
    return measures;
  }
}
