package com.heyi.accounts.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;

/** A branch system sees and changes only customers whose home branch is its own. */
public final class ABranchSeesOnlyItsOwnCustomers {
  private ABranchSeesOnlyItsOwnCustomers() {}

  /**
   * @param homeBranch the customer's home branch, or null
   */
  public static void check(Caller caller, String homeBranch) {
    boolean foreign = caller.boundBranch().filter(own -> !own.equals(homeBranch)).isPresent();
    if (foreign) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
  }
}
