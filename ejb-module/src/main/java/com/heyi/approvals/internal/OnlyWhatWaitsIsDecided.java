package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.shared.error.HeyiException;

/** A request is decided once. */
final class OnlyWhatWaitsIsDecided {
  private OnlyWhatWaitsIsDecided() {}

  /**
   * @throws HeyiException {@link ApprovalError#DECIDED}
   */
  static void check(ApprovalStatus status) {
    if (status != ApprovalStatus.PENDING) {
      throw new HeyiException(ApprovalError.DECIDED, status);
    }
  }
}
