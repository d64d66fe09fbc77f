package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.IdentityStatus;
import com.heyi.shared.error.HeyiException;

/**
 * An unverified customer may turn out to be another who stands for himself. Two verified ones have
 * two resident IDs, so they are two persons; and pointers never form a chain.
 */
final class OnlyTwoRecordsOfOnePersonAreMerged {
  private OnlyTwoRecordsOfOnePersonAreMerged() {}

  static void check(Customer customer, Customer into, boolean nobodyMergedIntoHim) {
    boolean fit =
        !customer.id().equals(into.id())
            && customer.identityStatus() == IdentityStatus.UNVERIFIED
            && into.identityStatus() != IdentityStatus.ERASED
            && customer.mergedInto() == null
            && into.mergedInto() == null
            && nobodyMergedIntoHim;
    if (!fit) {
      throw new HeyiException(AccountsError.MERGE_UNFIT, customer.number(), into.number());
    }
  }
}
