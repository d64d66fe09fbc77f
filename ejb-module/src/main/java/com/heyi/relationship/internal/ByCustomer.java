package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.shared.paging.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** People filter by a customer's number, tables by his id; an unknown number finds nothing. */
final class ByCustomer {
  private static final UUID NOBODY = new UUID(0, 0);

  private ByCustomer() {}

  /** The request with the filter {@code customer} turned into {@code customerId}. */
  static PageRequest number(PageRequest request, CustomerDirectory customers) {
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    String number = filters.remove("customer");
    if (number == null) {
      return request;
    }
    UUID id = customers.findByNumber(number).map(CustomerRef::id).orElse(NOBODY);
    filters.put("customerId", id.toString());
    return request.filteredBy(filters);
  }
}
