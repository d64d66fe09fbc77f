package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * People filter by a customer's number, tables by the ids of all his records; an unknown number
 * finds nothing.
 */
final class OfOneCustomer {
  private static final String NUMBER = "customer";
  private static final UUID NOBODY = new UUID(0, 0);

  private OfOneCustomer() {}

  /** The request with the filter {@code customer} turned into {@code customerId}, of any of ids. */
  static PageRequest in(PageRequest request, CustomerDirectory customers) {
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    String number = filters.remove(NUMBER);
    if (number == null) {
      return request;
    }
    filters.put(
        "customerId",
        customers
            .findByNumber(number)
            .map(customer -> Filter.textOf(customers.recordsOf(customer.id())))
            .orElse(NOBODY.toString()));
    return request.filteredBy(filters);
  }
}
