package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

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
        identities.of(customer.id()),
        accounts.of(customer.id()),
        accounts.cardProfile(customer.id()).map(CardProfile::view).orElse(null));
  }
}
