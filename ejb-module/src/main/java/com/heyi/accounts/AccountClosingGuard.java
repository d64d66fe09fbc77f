package com.heyi.accounts;

import com.heyi.shared.error.HeyiException;

/**
 * Asked before an account is closed. A module that keeps something for accounts implements it, so
 * that the register need not know who keeps what.
 */
public interface AccountClosingGuard {

  /**
   * Objects when something is left, and otherwise makes sure that nothing comes in before the
   * transaction ends.
   *
   * @throws HeyiException naming what is left
   */
  void check(AccountRef account);
}
