package com.heyi.winddown.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.PlanProgress;
import com.heyi.winddown.WindDownError;

/** An app is closed when every customer is migrated, every balance moved, every refund paid. */
final class NothingIsLeftAtClosing {
  private NothingIsLeftAtClosing() {}

  static void check(PlanProgress progress) {
    if (!progress.nothingLeft()) {
      throw new HeyiException(
          WindDownError.SOMETHING_LEFT,
          progress.customersLeft(),
          progress.holdingsLeft(),
          progress.refundsDue(),
          progress.refundsDueAmount().amount());
    }
  }
}
