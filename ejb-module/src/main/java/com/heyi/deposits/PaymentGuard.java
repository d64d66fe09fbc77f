package com.heyi.deposits;

import com.heyi.accounts.AccountRef;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;

/**
 * Asked before money is paid out of an account to somebody else. A module that bounds what some
 * customers may pay implements it.
 */
public interface PaymentGuard {

  /**
   * Objects, or lets the payment pass.
   *
   * @param account the account that pays
   * @param kind why
   * @param amount how much, more than nothing
   * @throws HeyiException saying what bounds it
   */
  void check(AccountRef account, MovementKind kind, Money amount);
}
