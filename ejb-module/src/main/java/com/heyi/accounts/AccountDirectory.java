package com.heyi.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds accounts for other modules, inside their transactions, always as they are stored at that
 * moment. It checks no role and leaves no audit row, for the facade that asks has done so already;
 * therefore the edges may not use it.
 */
public interface AccountDirectory {

  /** The account with this id. */
  Optional<AccountRef> find(UUID accountId);

  /** All accounts of a customer, closed ones too. */
  List<AccountRef> ofCustomer(UUID customerId);

  /** The same of several customers, by the customer; one query for all. */
  default Map<UUID, List<AccountRef>> ofCustomers(Collection<UUID> customerIds) {
    return customerIds.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), this::ofCustomer));
  }

  /** The accounts that stand under these very records, oldest first; one query for all. */
  default List<AccountRef> underRecords(Collection<UUID> customerIds) {
    return customerIds.stream()
        .distinct()
        .flatMap(id -> ofCustomer(id).stream().filter(one -> one.customerId().equals(id)))
        .toList();
  }

  /** Whether both accounts are one customer's, though they may stand under two records of his. */
  default boolean ofOneCustomer(AccountRef one, AccountRef other) {
    return one.customerId().equals(other.customerId());
  }

  /** The account with this number. */
  Optional<AccountRef> findByNumber(String number);
}
