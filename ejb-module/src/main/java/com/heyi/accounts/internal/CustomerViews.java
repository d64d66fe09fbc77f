package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerView;
import com.heyi.accounts.MergedView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Puts together all that the register knows of a customer. */
@ApplicationScoped
public class CustomerViews {
  private Customers customers;
  private Identities identities;
  private Accounts accounts;
  private Clock clock;

  protected CustomerViews() {}

  @Inject
  public CustomerViews(Customers customers, Identities identities, Accounts accounts, Clock clock) {
    this.customers = customers;
    this.identities = identities;
    this.accounts = accounts;
    this.clock = clock;
  }

  public CustomerView of(Customer customer) {
    List<Customer> others = customers.mergedInto(customer.id());
    List<Customer> everyRecord = Stream.concat(Stream.of(customer), others.stream()).toList();
    return new CustomerView(
        customer.id(),
        customer.version(),
        customer.number(),
        customer.name(),
        customer.maskedResidentId(),
        customer.gender(),
        customer.ageOn(LocalDate.now(clock)),
        Masks.phone(customer.phone()),
        customers.sharingPhoneWith(customer),
        customer.address(),
        customer.homeBranch(),
        customer.identityStatus(),
        customer.registeredAt(),
        everyRecord.stream().flatMap(one -> identities.of(one.id()).stream()).toList(),
        everyRecord.stream().flatMap(one -> accounts.of(one.id()).stream()).toList(),
        everyRecord.stream()
            .flatMap(one -> accounts.cardProfile(one.id()).stream())
            .findFirst()
            .map(CardProfile::view)
            .orElse(null),
        customer.mergedInto() == null
            ? null
            : customers.find(customer.mergedInto()).map(CustomerViews::merged).orElseThrow(),
        others.stream().map(CustomerViews::merged).toList());
  }

  private static MergedView merged(Customer customer) {
    return new MergedView(customer.id(), customer.number());
  }
}
