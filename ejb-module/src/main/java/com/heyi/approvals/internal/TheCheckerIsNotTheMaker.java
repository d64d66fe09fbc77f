package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;

/** Whoever asked does not decide: at no rank, by no channel, however his account is written. */
final class TheCheckerIsNotTheMaker {
  private TheCheckerIsNotTheMaker() {}

  /**
   * @throws HeyiException {@link ApprovalError#OWN_REQUEST}
   */
  static void check(String maker, Caller checker) {
    if (isMaker(maker, checker)) {
      throw new HeyiException(ApprovalError.OWN_REQUEST);
    }
  }

  static boolean isMaker(String maker, Caller caller) {
    return maker.strip().equalsIgnoreCase(caller.user().strip());
  }
}
