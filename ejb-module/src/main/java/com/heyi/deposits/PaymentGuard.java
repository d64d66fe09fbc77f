package com.heyi.deposits;

import com.heyi.shared.error.HeyiException;

/**
 * Asked before money is paid out of an account to somebody else. A module that bounds what some
 * customers may pay implements it.
 */
public interface PaymentGuard {

  /**
   * Objects, or lets the payment pass.
   *
   * @throws HeyiException saying what bounds it
   */
  void check(PaymentOut payment);

  /**
   * Told of a payment that was declined, whoever declined it: this guard, another one, a limit of
   * the account, or the balance. The movement is rolled back; what is to be kept of it is written
   * in a transaction apart.
   *
   * @param why what the caller is told
   */
  default void declined(PaymentOut payment, HeyiException why) {}
}
