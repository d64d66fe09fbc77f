package com.heyi.accounts.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers other modules' questions about accounts from the register. */
@ApplicationScoped
public class AccountRegister implements AccountDirectory {
  private Accounts accounts;

  protected AccountRegister() {}

  @Inject
  public AccountRegister(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<AccountRef> find(UUID accountId) {
    return accounts.ref("id", accountId);
  }

  @Override
  public List<AccountRef> ofCustomer(UUID customerId) {
    return accounts.refs(customerId);
  }

  @Override
  public Map<UUID, List<AccountRef>> ofCustomers(Collection<UUID> customerIds) {
    return accounts.refs(customerIds);
  }

  @Override
  public List<AccountRef> underRecords(Collection<UUID> customerIds) {
    return accounts.refsUnder(customerIds);
  }

  @Override
  public boolean ofOneCustomer(AccountRef one, AccountRef other) {
    return AccountDirectory.super.ofOneCustomer(one, other)
        || accounts.areOneCustomer(one.customerId(), other.customerId());
  }

  @Override
  public Optional<AccountRef> findByNumber(String number) {
    return accounts.ref("number", number);
  }
}
