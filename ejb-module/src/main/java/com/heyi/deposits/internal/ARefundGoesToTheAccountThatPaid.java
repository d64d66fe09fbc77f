package com.heyi.deposits.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.HeyiException;
import java.util.Comparator;
import java.util.List;

/**
 * A refund goes to the account that paid, also when it is frozen. When it is closed, it goes to
 * another account of its owner that takes money in: an open one before a frozen one, type I before
 * II before III.
 */
final class ARefundGoesToTheAccountThatPaid {
  private ARefundGoesToTheAccountThatPaid() {}

  /**
   * @param payer the account that paid
   * @param owners all accounts of its owner
   * @throws HeyiException {@link DepositsError#REFUND_NOWHERE}
   */
  static AccountRef choose(AccountRef payer, List<AccountRef> owners) {
    if (payer.status() != AccountStatus.CLOSED) {
      return payer;
    }
    return owners.stream()
        .filter(account -> account.status() != AccountStatus.CLOSED)
        .min(
            Comparator.comparing(AccountRef::status)
                .thenComparing(AccountRef::type)
                .thenComparing(AccountRef::number))
        .orElseThrow(() -> new HeyiException(DepositsError.REFUND_NOWHERE, payer.number()));
  }
}
