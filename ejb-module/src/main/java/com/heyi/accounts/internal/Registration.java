package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.CustomerRegistered;
import com.heyi.accounts.IdentityLinked;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** How customers and their identities come into the register. */
@ApplicationScoped
public class Registration {
  private Customers customers;
  private Identities identities;
  private Numbers numbers;
  private Announcements announcements;
  private Clock clock;

  protected Registration() {}

  @Inject
  public Registration(
      Customers customers,
      Identities identities,
      Numbers numbers,
      Announcements announcements,
      Clock clock) {
    this.customers = customers;
    this.identities = identities;
    this.numbers = numbers;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Registers a person.
   *
   * @throws HeyiException {@link AccountsError#CUSTOMER_DUPLICATE}
   */
  public Customer register(Person person, String homeBranch) {
    customers.awaitTurn(person.residentId());
    customers
        .findByResidentId(person.residentId())
        .ifPresent(
            known -> {
              throw new HeyiException(AccountsError.CUSTOMER_DUPLICATE, known.number());
            });
    Customer customer =
        Customer.registered(numbers.nextCustomerNumber(), person, homeBranch, clock.instant());
    customers.add(customer);
    announcements.tell(new CustomerRegistered(customer.id()));
    return customer;
  }

  /**
   * Links an identity to a customer who is held for the change; the same link again changes
   * nothing, even when his version has moved on since.
   *
   * @throws HeyiException {@link AccountsError#IDENTITY_TAKEN}, {@link AccountsError#APP_UNKNOWN},
   *     {@link AccountsError#APP_CLOSED}, {@code version.moved}
   */
  public void link(Customer customer, IdentityKey key, long expectedVersion) {
    if (customer.isErased()) {
      throw new HeyiException(AccountsError.CUSTOMER_ERASED, customer.number());
    }
    App app = identities.hold(key.app());
    Identity known = identities.find(key).orElse(null);
    if (known == null) {
      OnlyAnActiveAppTakesNewIdentities.check(app.code(), app.status());
      customer.requireVersion(expectedVersion);
      identities.add(new Identity(key, customer.id(), clock.instant()));
      customers.moveOn(customer);
      announcements.tell(new IdentityLinked(customer.id(), key.app(), key.externalId()));
    } else if (!known.belongsTo(customer)) {
      String number = customers.find(known.customerId()).map(Customer::number).orElseThrow();
      throw new HeyiException(AccountsError.IDENTITY_TAKEN, key.app(), number);
    }
  }

  /**
   * Takes an old app's customer into the register whom it does not know yet.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}, {@link AccountsError#APP_CLOSED}
   */
  Customer admit(IdentityKey key) {
    App app = identities.hold(key.app());
    OnlyAnActiveAppTakesNewIdentities.check(app.code(), app.status());
    Customer customer = Customer.admitted(numbers.nextCustomerNumber(), key, clock.instant());
    customers.add(customer);
    identities.add(new Identity(key, customer.id(), customer.registeredAt()));
    announcements.tell(new CustomerRegistered(customer.id()));
    announcements.tell(new IdentityLinked(customer.id(), key.app(), key.externalId()));
    return customer;
  }
}
