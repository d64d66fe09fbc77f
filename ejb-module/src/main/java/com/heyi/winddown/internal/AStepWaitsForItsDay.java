package com.heyi.winddown.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.WindDownError;
import java.time.LocalDate;

/** What was announced for a day happens on that day or later, never before. */
final class AStepWaitsForItsDay {
  private AStepWaitsForItsDay() {}

  static void check(LocalDate announced, LocalDate today) {
    if (today.isBefore(announced)) {
      throw new HeyiException(WindDownError.TOO_EARLY, announced);
    }
  }
}
