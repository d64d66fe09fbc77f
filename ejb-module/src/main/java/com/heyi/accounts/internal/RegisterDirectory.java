package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers other modules' questions from the register. */
@ApplicationScoped
public class RegisterDirectory implements CustomerDirectory {
  private Customers customers;
  private Identities identities;
  private Registration registration;

  protected RegisterDirectory() {}

  @Inject
  public RegisterDirectory(Customers customers, Identities identities, Registration registration) {
    this.customers = customers;
    this.identities = identities;
    this.registration = registration;
  }

  @Override
  public Optional<CustomerRef> find(UUID customerId) {
    return customers.ref(customerId);
  }

  @Override
  public Map<UUID, CustomerRef> findAll(Collection<UUID> customerIds) {
    return customers.refs(customerIds).stream()
        .collect(Collectors.toMap(CustomerRef::id, Function.identity()));
  }

  @Override
  public Optional<LocalDate> birthDate(UUID customerId) {
    return customers.find(customerId).map(Customer::birthDate);
  }

  @Override
  public Map<UUID, LocalDate> birthDates(Collection<UUID> customerIds) {
    return customers.birthDates(customerIds);
  }

  @Override
  public List<CustomerRef> mergedInto(UUID customerId) {
    return customers.mergedInto(customerId).stream().map(Customer::ref).toList();
  }

  @Override
  public UUID whoIs(UUID customerId) {
    return customers.find(customerId).map(Customer::survivor).orElse(customerId);
  }

  @Override
  public Map<UUID, Set<UUID>> allRecordsOf(Collection<UUID> recordIds) {
    return customers.allRecordsOf(recordIds);
  }

  @Override
  public Map<UUID, CustomerRef> servedUnder(Collection<UUID> recordIds) {
    return customers.servedUnder(recordIds);
  }

  @Override
  public Map<UUID, UUID> mergedRecords() {
    return customers.mergedRecords();
  }

  @Override
  public boolean holdMerged(UUID recordId, UUID customerId) {
    return customerId.equals(customers.hold(recordId).mergedInto());
  }

  @Override
  public Optional<CustomerRef> findByNumber(String number) {
    return customers.findByNumber(number).flatMap(this::survivor);
  }

  @Override
  public Optional<CustomerRef> findByIdentity(String app, String externalId) {
    return identities
        .find(new IdentityKey(app, externalId))
        .flatMap(identity -> customers.find(identity.customerId()))
        .flatMap(this::survivor);
  }

  /** Whom the bank serves under any of his records. */
  private Optional<CustomerRef> survivor(Customer customer) {
    return find(customer.survivor());
  }

  @Override
  public CustomerRef require(UUID customerId) {
    CustomerRef customer =
        find(customerId).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, customerId));
    ABranchSeesOnlyItsOwnCustomers.check(CallContext.current(), customer.branch());
    return customer;
  }

  @Override
  public CustomerRef requireServed(UUID customerId) {
    customers.keepServed(customerId);
    return CustomerDirectory.super.requireServed(customerId);
  }

  @Override
  public CustomerRef admit(String app, String externalId) {
    return findByIdentity(app, externalId)
        .orElseGet(
            () -> {
              // Looked for once more under the app's lock: somebody may just have admitted him.
              identities.hold(app);
              return findByIdentity(app, externalId)
                  .orElseGet(() -> registration.admit(new IdentityKey(app, externalId)).ref());
            });
  }
}
