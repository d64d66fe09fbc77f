package com.heyi.deposits.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.HeyiException;

/** A frozen account pays nothing out but takes money in; a closed one does neither. */
final class AFrozenAccountPaysNothingOut {
  private AFrozenAccountPaysNothingOut() {}

  /**
   * @throws HeyiException {@link DepositsError#NOT_USABLE}
   */
  static void check(AccountRef account, boolean in) {
    boolean usable =
        account.status() == AccountStatus.OPEN || in && account.status() == AccountStatus.FROZEN;
    if (!usable) {
      throw new HeyiException(DepositsError.NOT_USABLE, account.number(), account.status());
    }
  }
}
