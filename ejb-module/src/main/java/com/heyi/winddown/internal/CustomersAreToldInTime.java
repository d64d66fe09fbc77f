package com.heyi.winddown.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.AnnounceClosing;
import com.heyi.winddown.NoticeStep;
import com.heyi.winddown.WindDownError;
import java.time.LocalDate;
import java.util.Map;

/** The days follow each other, and each comes after the notice that customers are due. */
final class CustomersAreToldInTime {
  private CustomersAreToldInTime() {}

  /**
   * @param notice days of notice in force for each step
   */
  static void check(AnnounceClosing command, Map<NoticeStep, Integer> notice, LocalDate today) {
    if (command.migrateOn().isBefore(command.freezeOn())
        || command.closeOn().isBefore(command.migrateOn())) {
      throw new HeyiException(WindDownError.DAYS_ORDER);
    }
    Map<NoticeStep, LocalDate> days =
        Map.of(
            NoticeStep.FREEZE, command.freezeOn(),
            NoticeStep.MIGRATE, command.migrateOn(),
            NoticeStep.CLOSE, command.closeOn());
    for (NoticeStep step : NoticeStep.values()) {
      int wanted = notice.getOrDefault(step, 0);
      LocalDate earliest = today.plusDays(wanted);
      if (days.get(step).isBefore(earliest)) {
        throw new HeyiException(WindDownError.NOTICE_TOO_SHORT, step, wanted, earliest);
      }
    }
  }
}
