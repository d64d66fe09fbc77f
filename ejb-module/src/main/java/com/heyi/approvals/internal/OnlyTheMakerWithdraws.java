package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;

/** A request is taken back by whoever made it. */
final class OnlyTheMakerWithdraws {
  private OnlyTheMakerWithdraws() {}

  /**
   * @throws HeyiException {@link ApprovalError#NOT_THE_MAKER}
   */
  static void check(String maker, Caller caller) {
    if (!TheCheckerIsNotTheMaker.isMaker(maker, caller)) {
      throw new HeyiException(ApprovalError.NOT_THE_MAKER);
    }
  }
}
