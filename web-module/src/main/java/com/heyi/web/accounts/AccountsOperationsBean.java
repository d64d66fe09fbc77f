package com.heyi.web.accounts;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountsFacade;
import com.heyi.accounts.CloseAccount;
import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.FreezeAccount;
import com.heyi.accounts.LinkIdentity;
import com.heyi.accounts.OpenAccount;
import com.heyi.accounts.RegisterCustomer;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.web.errors.WebError;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;

/** Answers {@link AccountsOperations}. */
@ApplicationScoped
public class AccountsOperationsBean implements AccountsOperations {
  @Inject private CustomersFacade customers;
  @Inject private AccountsFacade accounts;

  @Override
  public SoapCustomer registerCustomer(
      String requestId,
      String name,
      String residentId,
      String phone,
      String address,
      String homeBranch) {
    return new SoapCustomer(
        customers.register(new RegisterCustomer(name, residentId, phone, address, homeBranch)));
  }

  @Override
  public SoapCustomer findCustomer(String number, String residentId) {
    if (number != null) {
      return new SoapCustomer(customers.findByNumber(number.strip()));
    }
    if (residentId != null) {
      return new SoapCustomer(customers.findByResidentId(residentId));
    }
    throw CommonError.invalid("number", "constraint.NotNull");
  }

  @Override
  public SoapCustomer getCustomer(String customerId) {
    return new SoapCustomer(customers.view(SoapInput.id("customerId", customerId)));
  }

  @Override
  public SoapCustomer linkIdentity(
      String requestId, String customerId, Long expectedVersion, String app, String externalId) {
    return new SoapCustomer(
        customers.linkIdentity(
            new LinkIdentity(
                SoapInput.id("customerId", customerId),
                version(expectedVersion),
                app,
                externalId)));
  }

  @Override
  public SoapAccount openAccount(
      String requestId, String customerId, Long expectedVersion, String type, String branch) {
    AccountType wanted =
        Arrays.stream(AccountType.values())
            .filter(known -> known.name().equals(type))
            .findFirst()
            .orElseThrow(() -> CommonError.invalid("type", "constraint.Pattern"));
    return new SoapAccount(
        accounts.open(
            new OpenAccount(
                SoapInput.id("customerId", customerId), version(expectedVersion), wanted, branch)));
  }

  @Override
  public SoapAccount freezeAccount(
      String requestId, String accountId, Long expectedVersion, String reason) {
    return new SoapAccount(
        accounts.freeze(
            new FreezeAccount(
                SoapInput.id("accountId", accountId), version(expectedVersion), reason)));
  }

  @Override
  public SoapAccount closeAccount(
      String requestId, String accountId, Long expectedVersion, String reason) {
    return new SoapAccount(
        accounts.close(
            new CloseAccount(
                SoapInput.id("accountId", accountId), version(expectedVersion), reason)));
  }

  private static long version(Long expected) {
    if (expected == null) {
      throw new HeyiException(WebError.VERSION_REQUIRED);
    }
    return expected;
  }
}
