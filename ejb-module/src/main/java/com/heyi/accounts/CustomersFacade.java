package com.heyi.accounts;

import com.heyi.accounts.internal.ABranchSeesOnlyItsOwnCustomers;
import com.heyi.accounts.internal.Customer;
import com.heyi.accounts.internal.CustomerViews;
import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Identities;
import com.heyi.accounts.internal.IdentityKey;
import com.heyi.accounts.internal.Matches;
import com.heyi.accounts.internal.Person;
import com.heyi.accounts.internal.Registration;
import com.heyi.accounts.internal.ResidentId;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The customer register. A branch system sees and changes only the customers whose home branch is
 * its own; another's is {@link CommonError#OTHER_BRANCH}, and its lists simply leave them out.
 */
@Facade
@Stateless
public class CustomersFacade {
  @Inject private Registration registration;
  @Inject private Customers customers;
  @Inject private Identities identities;
  @Inject private Matches matches;
  @Inject private CustomerViews views;
  @Inject private Clock clock;

  public CustomersFacade() {}

  CustomersFacade(
      Registration registration,
      Customers customers,
      Identities identities,
      Matches matches,
      CustomerViews views,
      Clock clock) {
    this.registration = registration;
    this.customers = customers;
    this.identities = identities;
    this.matches = matches;
    this.views = views;
    this.clock = clock;
  }

  /**
   * Registers a customer who showed his resident ID; his identity counts as verified.
   *
   * @throws HeyiException {@link AccountsError#CUSTOMER_DUPLICATE} with the number of the customer
   *     who has this resident ID; {@link CommonError#OTHER_BRANCH} when a branch names another one;
   *     {@link CommonError#INVALID} for a date of birth in the future or a missing home branch
   */
  @Command(
      value = "customer.register",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.BRANCH})
  public CustomerView register(RegisterCustomer command) {
    Person person = Person.of(command);
    if (person.residentId().birthDate().isAfter(LocalDate.now(clock))) {
      throw CommonError.invalid("residentId", "constraint.ResidentIdNumber");
    }
    Customer customer = registration.register(person, homeBranch(command.homeBranch()));
    matches.suggestTo(customer);
    return views.of(customer);
  }

  /**
   * Links the id by which an old app knows the customer. The same link again changes nothing.
   *
   * @throws HeyiException {@link AccountsError#IDENTITY_TAKEN} with the number of the customer who
   *     has it; {@link AccountsError#APP_UNKNOWN}; {@link AccountsError#APP_CLOSED}; {@link
   *     CommonError#VERSION_MOVED}; {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "customer.link-identity",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.BRANCH})
  public CustomerView linkIdentity(LinkIdentity command) {
    Customer customer = customers.hold(command.customerId());
    ABranchSeesOnlyItsOwnCustomers.check(CallContext.current(), customer.homeBranch());
    IdentityKey key = new IdentityKey(command.app().strip(), command.externalId().strip());
    registration.link(customer, key, command.expectedVersion());
    return views.of(customer);
  }

  /**
   * All that the register knows of a customer.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "customer.view",
      by = {
        Role.HEAD_OFFICE_ADMIN,
        Role.OPERATOR,
        Role.COMPLAINT_HANDLER,
        Role.BRANCH,
        Role.AUDITOR
      },
      personalData = true)
  public CustomerView view(UUID customerId) {
    return visible(customers.find(customerId), customerId);
  }

  /**
   * The customer with this number.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "customer.find-by-number",
      by = {
        Role.HEAD_OFFICE_ADMIN,
        Role.OPERATOR,
        Role.COMPLAINT_HANDLER,
        Role.BRANCH,
        Role.AUDITOR
      },
      personalData = true,
      target = "customer")
  public CustomerView findByNumber(String number) {
    return visible(customers.findByNumber(number), number);
  }

  /**
   * The customer who showed this resident ID.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, also for what is no resident ID
   */
  @Query(
      value = "customer.find-by-resident-id",
      by = {
        Role.HEAD_OFFICE_ADMIN,
        Role.OPERATOR,
        Role.COMPLAINT_HANDLER,
        Role.BRANCH,
        Role.AUDITOR
      },
      personalData = true)
  public CustomerView findByResidentId(String residentId) {
    return visible(ResidentId.parse(residentId).flatMap(customers::findByResidentId), residentId);
  }

  /**
   * A part of the register, latest first unless asked otherwise.
   *
   * <p>Filters: {@code number}, {@code name} (a part), {@code phone}, {@code residentId}, {@code
   * branch}, {@code identityStatus}, {@code app}, {@code alsoApp}, {@code from} and {@code to}
   * (days of registration). Sorts: {@code registeredAt}, {@code number}, {@code name} (by pinyin).
   */
  @Query(
      value = "customer.list",
      by = {
        Role.HEAD_OFFICE_ADMIN,
        Role.OPERATOR,
        Role.COMPLAINT_HANDLER,
        Role.BRANCH,
        Role.AUDITOR
      },
      personalData = true)
  public Page<CustomerSummary> list(PageRequest request) {
    return customers.page(request, CallContext.current().boundBranch(), clock.getZone());
  }

  /** The old apps and channels, by code. */
  @Query(
      value = "app.list",
      by = {
        Role.HEAD_OFFICE_ADMIN,
        Role.OPERATOR,
        Role.COMPLAINT_HANDLER,
        Role.BRANCH,
        Role.AUDITOR
      })
  public List<AppView> apps() {
    return identities.apps();
  }

  /** How many customers, identities and accounts there are. */
  @Query(
      value = "customer.figures",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.COMPLAINT_HANDLER, Role.AUDITOR})
  public CustomerFigures figures() {
    return customers.figures();
  }

  private CustomerView visible(Optional<Customer> found, Object askedFor) {
    Customer customer = found.orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, askedFor));
    ABranchSeesOnlyItsOwnCustomers.check(CallContext.current(), customer.homeBranch());
    return views.of(customer);
  }

  private static String homeBranch(String asked) {
    Caller caller = CallContext.current();
    if (caller.boundBranch().isPresent() && asked == null) {
      return caller.boundBranch().get();
    }
    if (asked == null) {
      throw CommonError.invalid("homeBranch", "constraint.NotNull");
    }
    ABranchSeesOnlyItsOwnCustomers.check(caller, asked);
    return asked;
  }
}
