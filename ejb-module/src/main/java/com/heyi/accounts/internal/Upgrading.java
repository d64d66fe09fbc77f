package com.heyi.accounts.internal;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountView;
import com.heyi.accounts.AccountsError;
import com.heyi.accounts.DocumentKind;
import com.heyi.accounts.DocumentView;
import com.heyi.accounts.RecordDocument;
import com.heyi.accounts.UpgradeAccount;
import com.heyi.accounts.UpgradeCheck;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Notes documents, and makes an account one of type I when those that this needs are there. */
@ApplicationScoped
public class Upgrading {
  private static final int OF_AGE = 18;

  @Inject private Customers customers;
  @Inject private Accounts accounts;
  @Inject private Documents documents;
  @Inject private Clock clock;

  protected Upgrading() {}

  public Upgrading(Customers customers, Accounts accounts, Documents documents, Clock clock) {
    this.customers = customers;
    this.accounts = accounts;
    this.documents = documents;
    this.clock = clock;
  }

  /** Notes a document; see the facade. */
  public List<DocumentView> note(RecordDocument command) {
    customers.keepServed(command.customerId());
    Customer customer = visible(command.customerId());
    OnlyAVerifiedCustomerMayHoldAnAccount.check(customer);
    DocumentKind kind = command.kind();
    if (kind.isNumbered() == (command.number() == null)) {
      throw CommonError.invalid("number", AccountsError.DOCUMENT_NUMBER);
    }
    if (kind == DocumentKind.RESIDENT_CARD && !customer.hasResidentId(command.number())) {
      throw CommonError.invalid("number", AccountsError.DOCUMENT_NOT_HIS);
    }
    if (command.expiresOn() != null && command.expiresOn().isBefore(LocalDate.now(clock))) {
      throw CommonError.invalid("expiresOn", AccountsError.DOCUMENT_EXPIRED);
    }
    documents.add(CustomerDocument.noted(command, clock.instant(), CallContext.current().user()));
    ChangeLog.note("customer", customer.id(), "document", null, kind);
    return documents(customer.id());
  }

  /** The documents of a customer, the latest first. */
  public List<DocumentView> documents(UUID customerId) {
    visible(customerId);
    LocalDate today = LocalDate.now(clock);
    return documents.of(customerId).stream().map(one -> one.view(today)).toList();
  }

  /** What an upgrade needs; see the facade. */
  public UpgradeCheck check(UUID accountId) {
    Account account =
        accounts
            .find(accountId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, accountId));
    ABranchSeesOnlyItsOwnCustomers.check(
        CallContext.current(), customers.branchOf(account.customerId()));
    Customer customer = customers.find(account.customerId()).orElseThrow();
    return new UpgradeCheck(
        account.id(), customer.id(), needed(customer), hindrance(account, customer));
  }

  private String hindrance(Account account, Customer customer) {
    try {
      require(account, customer);
      return null;
    } catch (HeyiException e) {
      return e.code();
    }
  }

  /** Does it; see the facade. */
  public AccountView upgrade(UpgradeAccount command) {
    UUID holder =
        accounts
            .find(command.accountId())
            .map(Account::customerId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.accountId()));
    // The customer first, as opening does: so he never comes to two accounts of type I.
    Customer customer = customers.hold(holder);
    ABranchSeesOnlyItsOwnCustomers.check(CallContext.current(), customers.branchOf(holder));
    Account account = accounts.hold(command.accountId());
    account.requireVersion(command.expectedVersion());
    require(account, customer);
    ATypeOneAccountNeedsItsDocuments.check(needed(customer));
    account.upgrade();
    customers.moveOn(customer);
    accounts.flush();
    return account.view();
  }

  /** What must be true besides the documents. */
  private void require(Account account, Customer customer) {
    account.requireUpgradable();
    OnlyAVerifiedCustomerMayHoldAnAccount.check(customer);
    ACustomerHoldsFewAccountsOfAType.check(
        AccountType.I,
        accounts.held(customer.id(), AccountType.I),
        accounts.cap(AccountType.I, LocalDate.now(clock)));
  }

  private List<UpgradeCheck.Needed> needed(Customer customer) {
    LocalDate today = LocalDate.now(clock);
    Integer age = customer.ageOn(today);
    boolean minor = age != null && age < OF_AGE;
    return ATypeOneAccountNeedsItsDocuments.states(
        documents.needed(today, minor), documents.latest(customer.id()), today);
  }

  private Customer visible(UUID customerId) {
    Customer customer =
        customers
            .find(customerId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, customerId));
    ABranchSeesOnlyItsOwnCustomers.check(CallContext.current(), customer.homeBranch());
    return customer;
  }
}
