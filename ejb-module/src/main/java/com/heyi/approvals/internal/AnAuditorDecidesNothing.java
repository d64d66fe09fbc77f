package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;

/** An auditor judges what others decided, so he decides nothing, whatever other role he holds. */
final class AnAuditorDecidesNothing {
  private AnAuditorDecidesNothing() {}

  /**
   * @throws HeyiException {@link ApprovalError#AUDITOR}
   */
  static void check(Caller caller) {
    if (caller.has(Role.AUDITOR)) {
      throw new HeyiException(ApprovalError.AUDITOR);
    }
  }
}
