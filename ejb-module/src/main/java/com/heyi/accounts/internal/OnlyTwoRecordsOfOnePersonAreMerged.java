package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.IdentityStatus;
import com.heyi.shared.error.HeyiException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An unverified customer may turn out to be another who stands for himself. Two resident IDs are
 * two persons, whether they were shown here or an app knows them; and pointers never form a chain.
 */
final class OnlyTwoRecordsOfOnePersonAreMerged {
  private OnlyTwoRecordsOfOnePersonAreMerged() {}

  static void check(Customer customer, Customer into, List<Customer> mergedIntoHim) {
    boolean fit =
        !customer.id().equals(into.id())
            && customer.identityStatus() == IdentityStatus.UNVERIFIED
            && into.identityStatus() != IdentityStatus.ERASED
            && customer.mergedInto() == null
            && into.mergedInto() == null;
    if (!fit) {
      throw new HeyiException(AccountsError.MERGE_UNFIT, customer.number(), into.number());
    }
    if (!mergedIntoHim.isEmpty()) {
      String others =
          mergedIntoHim.stream().map(Customer::number).collect(Collectors.joining(", "));
      throw new HeyiException(
          AccountsError.MERGE_OTHERS_FIRST, customer.number(), into.number(), others);
    }
  }

  /** The same by what the two are known by; who is known by none may be anybody. */
  static void checkIds(
      Customer customer, Set<String> residentIds, Customer into, Set<String> intosResidentIds) {
    boolean other =
        residentIds.stream()
            .anyMatch(one -> intosResidentIds.stream().anyMatch(id -> !id.equals(one)));
    if (other) {
      throw new HeyiException(AccountsError.MERGE_OTHER_ID, customer.number(), into.number());
    }
  }
}
