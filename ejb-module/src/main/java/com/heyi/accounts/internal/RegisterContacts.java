package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells where customers can be reached, from the register. */
@ApplicationScoped
public class RegisterContacts implements CustomerContacts {
  private Customers customers;

  protected RegisterContacts() {}

  @Inject
  public RegisterContacts(Customers customers) {
    this.customers = customers;
  }

  @Override
  public Optional<String> findPhone(UUID customerId) {
    return customers.find(customerId).map(Customer::phone);
  }
}
