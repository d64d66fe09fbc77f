package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.shared.error.HeyiException;

/**
 * Real names only: State Council Order 285 (2000) of the real-name system for personal deposit
 * accounts. It holds for every type of account.
 */
public final class OnlyAVerifiedCustomerMayHoldAnAccount {
  private OnlyAVerifiedCustomerMayHoldAnAccount() {}

  public static void check(Customer customer) {
    if (!customer.isVerified()) {
      throw new HeyiException(AccountsError.IDENTITY_UNVERIFIED, customer.number());
    }
  }
}
