package com.heyi.accounts;

import com.heyi.accounts.internal.ABranchSeesOnlyItsOwnCustomers;
import com.heyi.accounts.internal.ACustomerHoldsFewAccountsOfAType;
import com.heyi.accounts.internal.Account;
import com.heyi.accounts.internal.Accounts;
import com.heyi.accounts.internal.Announcements;
import com.heyi.accounts.internal.ClosingGuards;
import com.heyi.accounts.internal.Customer;
import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Numbers;
import com.heyi.accounts.internal.OnlyAVerifiedCustomerMayHoldAnAccount;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The settlement accounts of customers. A branch system is bound as in {@link CustomersFacade}. */
@Facade
@Stateless
public class AccountsFacade {
  @Inject private Customers customers;
  @Inject private Accounts accounts;
  @Inject private Numbers numbers;
  @Inject private Announcements announcements;
  @Inject private ClosingGuards closingGuards;
  @Inject private Clock clock;

  public AccountsFacade() {}

  AccountsFacade(
      Customers customers,
      Accounts accounts,
      Numbers numbers,
      Announcements announcements,
      ClosingGuards closingGuards,
      Clock clock) {
    this.customers = customers;
    this.accounts = accounts;
    this.numbers = numbers;
    this.announcements = announcements;
    this.closingGuards = closingGuards;
    this.clock = clock;
  }

  /**
   * Opens an account in CNY. The customer's version moves on.
   *
   * @throws HeyiException {@link AccountsError#IDENTITY_UNVERIFIED}; {@link
   *     AccountsError#TOO_MANY_ACCOUNTS}; {@link CommonError#VERSION_MOVED}; {@link
   *     CommonError#OTHER_BRANCH}; {@link CommonError#NOT_FOUND}; {@link CommonError#INVALID} when
   *     neither the request nor the customer names a branch
   */
  @Command(
      value = "account.open",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.BRANCH})
  public AccountView open(OpenAccount command) {
    Caller caller = CallContext.current();
    Customer customer = customers.hold(command.customerId());
    ABranchSeesOnlyItsOwnCustomers.check(caller, customer.homeBranch());
    String branch = command.branch() == null ? customer.homeBranch() : command.branch();
    ABranchSeesOnlyItsOwnCustomers.check(caller, branch);
    customer.requireVersion(command.expectedVersion());
    OnlyAVerifiedCustomerMayHoldAnAccount.check(customer);
    ACustomerHoldsFewAccountsOfAType.check(
        command.type(),
        accounts.held(customer.id(), command.type()),
        accounts.cap(command.type(), LocalDate.now(clock)));
    if (branch == null) {
      throw CommonError.invalid("branch", "constraint.NotNull");
    }
    Account account =
        Account.opened(
            numbers.nextAccountNumber(), customer, command.type(), branch, clock.instant());
    accounts.add(account);
    customers.moveOn(customer);
    announcements.tell(new AccountOpened(account.id(), customer.id()));
    return account.view();
  }

  /**
   * Stops payments out of an account; money may still come in. A branch may do so at once, when a
   * customer reports a loss or a court asks for it. It waits for a payment that is on its way.
   *
   * @throws HeyiException {@link AccountsError#ACCOUNT_STATUS}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#OTHER_BRANCH}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "account.freeze",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.BRANCH})
  public AccountView freeze(FreezeAccount command) {
    Account account = hold(command.accountId(), command.expectedVersion());
    account.freeze();
    AccountView frozen = stored(account);
    announcements.tell(new AccountFrozen(account.id()));
    return frozen;
  }

  /**
   * Lets a frozen account be used again. No branch does: it cannot tell whether somebody else, a
   * court perhaps, wants the account to stay frozen.
   *
   * @throws HeyiException {@link AccountsError#ACCOUNT_STATUS}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "account.unfreeze",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public AccountView unfreeze(UnfreezeAccount command) {
    Account account = hold(command.accountId(), command.expectedVersion());
    account.unfreeze();
    return stored(account);
  }

  /**
   * Closes an account for good.
   *
   * @throws HeyiException {@link AccountsError#ACCOUNT_STATUS}; {@link CommonError#VERSION_MOVED};
   *     {@link CommonError#OTHER_BRANCH}; {@link CommonError#NOT_FOUND}; and what an {@link
   *     AccountClosingGuard} objects
   */
  @Command(
      value = "account.close",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.BRANCH})
  public AccountView close(CloseAccount command) {
    Account account = hold(command.accountId(), command.expectedVersion());
    account.close();
    closingGuards.check(account.ref());
    return stored(account);
  }

  private Account hold(UUID accountId, long expectedVersion) {
    Account account = accounts.hold(accountId);
    ABranchSeesOnlyItsOwnCustomers.check(
        CallContext.current(), customers.branchOf(account.customerId()));
    account.requireVersion(expectedVersion);
    return account;
  }

  private AccountView stored(Account account) {
    accounts.flush();
    return account.view();
  }

  /**
   * One account.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "account.view",
      by = {
        Role.HEAD_OFFICE_ADMIN,
        Role.OPERATOR,
        Role.COMPLAINT_HANDLER,
        Role.BRANCH,
        Role.AUDITOR
      },
      personalData = true)
  public AccountView view(UUID accountId) {
    Account account =
        accounts
            .find(accountId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, accountId));
    ABranchSeesOnlyItsOwnCustomers.check(
        CallContext.current(), customers.branchOf(account.customerId()));
    return account.view();
  }
}
