package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import java.util.List;

/** Only who holds one of the roles named by the rule decides. */
final class TheCheckerHoldsARoleOfTheRule {
  private TheCheckerHoldsARoleOfTheRule() {}

  /**
   * @throws HeyiException {@link ApprovalError#NOT_A_CHECKER}
   */
  static void check(List<Role> checkers, Caller caller) {
    if (!isChecker(checkers, caller)) {
      throw new HeyiException(ApprovalError.NOT_A_CHECKER);
    }
  }

  static boolean isChecker(List<Role> checkers, Caller caller) {
    return checkers.stream().anyMatch(caller::has);
  }
}
