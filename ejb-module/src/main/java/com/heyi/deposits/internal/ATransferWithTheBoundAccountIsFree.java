package com.heyi.deposits.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountType;

/**
 * What moves between an account of type II or III and the bound type I account of the same customer
 * counts for no flow limit (PBOC 银发〔2016〕302号). Every customer has at most one type I account here,
 * and that is the bound one.
 */
final class ATransferWithTheBoundAccountIsFree {
  private ATransferWithTheBoundAccountIsFree() {}

  static boolean holdsFor(AccountRef account, AccountRef other) {
    return other != null
        && account.customerId().equals(other.customerId())
        && account.type() != AccountType.I
        && other.type() == AccountType.I;
  }
}
