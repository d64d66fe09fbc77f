package com.heyi.accounts;

import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * People filter a list by a customer's number, in {@code customer}; tables know his id, {@code
 * customerId}. An unknown number finds nothing.
 */
public final class FilteredByCustomer {
  private static final UUID NOBODY = new UUID(0, 0);

  private FilteredByCustomer() {}

  /** The request with the number turned into his id. */
  public static PageRequest byId(PageRequest request, CustomerDirectory customers) {
    return turned(request, customers, Set::of);
  }

  /** The request with the number turned into the ids of all his records. */
  public static PageRequest byRecords(PageRequest request, CustomerDirectory customers) {
    return turned(request, customers, customers::recordsOf);
  }

  private static PageRequest turned(
      PageRequest request, CustomerDirectory customers, Function<UUID, Set<UUID>> records) {
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    String number = filters.remove("customer");
    if (number == null) {
      return request;
    }
    Set<UUID> ids =
        customers
            .findByNumber(number)
            .map(customer -> records.apply(customer.id()))
            .orElse(Set.of(NOBODY));
    filters.put("customerId", Filter.textOf(ids));
    return request.filteredBy(filters);
  }
}
