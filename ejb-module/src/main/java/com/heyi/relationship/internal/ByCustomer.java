package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** People filter by a customer's number, tables by his id; an unknown number finds nothing. */
final class ByCustomer {
  private static final UUID NOBODY = new UUID(0, 0);

  private ByCustomer() {}

  /** The same for lists that show what stands under any of a customer's records. */
  static PageRequest records(PageRequest request, CustomerDirectory customers) {
    PageRequest byId = number(request, customers);
    String id = byId.filters().get("customerId");
    if (id == null || !request.filters().containsKey("customer")) {
      return byId;
    }
    Map<String, String> filters = new LinkedHashMap<>(byId.filters());
    filters.put("customerId", Filter.textOf(customers.recordsOf(UUID.fromString(id))));
    return byId.filteredBy(filters);
  }

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
