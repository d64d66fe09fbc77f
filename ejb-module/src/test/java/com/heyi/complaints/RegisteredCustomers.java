package com.heyi.complaints;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.IdentityStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers for tests of the desk; their records can turn out to be one person's. */
public final class RegisteredCustomers implements CustomerDirectory {
  private final Map<UUID, CustomerRef> customers = new HashMap<>();
  private final Map<UUID, UUID> merged = new HashMap<>();

  /** A customer whose home is this branch. */
  CustomerRef ofBranch(String branch) {
    UUID id = Ids.next();
    CustomerRef customer = new CustomerRef(id, "C" + id, "张伟", branch, IdentityStatus.values()[0]);
    customers.put(id, customer);
    return customer;
  }

  /** The record has turned out to be this customer. */
  public void merge(UUID record, UUID customer) {
    merged.put(record, customer);
  }

  /** The record stands for itself again. */
  public void part(UUID record) {
    merged.remove(record);
  }

  @Override
  public Optional<CustomerRef> find(UUID customerId) {
    return Optional.ofNullable(customers.get(customerId));
  }

  @Override
  public Map<UUID, CustomerRef> findAll(Collection<UUID> customerIds) {
    Map<UUID, CustomerRef> found = new HashMap<>(customers);
    found.keySet().retainAll(customerIds);
    return found;
  }

  @Override
  public Optional<LocalDate> birthDate(UUID customerId) {
    return Optional.empty();
  }

  @Override
  public Optional<CustomerRef> findByNumber(String number) {
    return customers.values().stream().filter(c -> c.number().equals(number)).findFirst();
  }

  @Override
  public Map<UUID, UUID> mergedRecords() {
    return merged;
  }

  @Override
  public Optional<CustomerRef> findByIdentity(String app, String externalId) {
    return Optional.empty();
  }

  @Override
  public CustomerRef require(UUID customerId) {
    CustomerRef customer = customers.get(customerId);
    CallContext.current()
        .boundBranch()
        .filter(branch -> !branch.equals(customer.branch()))
        .ifPresent(
            branch -> {
              throw new HeyiException(CommonError.OTHER_BRANCH);
            });
    return customer;
  }

  @Override
  public CustomerRef admit(String app, String externalId) {
    throw new UnsupportedOperationException("The desk admits nobody");
  }

  @Override
  public UUID whoIs(UUID customerId) {
    return merged.getOrDefault(customerId, customerId);
  }

  @Override
  public Set<UUID> recordsOf(UUID customerId) {
    Set<UUID> records = new LinkedHashSet<>(List.of(customerId));
    merged.keySet().stream()
        .filter(one -> merged.get(one).equals(customerId))
        .forEach(records::add);
    return records;
  }
}
