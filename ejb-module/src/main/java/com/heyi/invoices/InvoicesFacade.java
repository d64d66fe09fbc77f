package com.heyi.invoices;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.invoices.internal.DeliveredBatches;
import com.heyi.invoices.internal.InvoiceBook;
import com.heyi.invoices.internal.Issuing;
import com.heyi.invoices.internal.TaxRates;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Invoices for what orders cost in money. A branch asks for those of its own customers and sees
 * them; red ones are made by themselves when money is given back.
 */
@Facade
@Stateless
public class InvoicesFacade {
  @Inject private Issuing issuing;
  @Inject private DeliveredBatches batches;
  @Inject private InvoiceBook book;
  @Inject private TaxRates rates;
  @Inject private CustomerDirectory customers;

  /**
   * A part of the invoices, latest first unless asked otherwise.
   *
   * <p>Filters: {@code number} (beginning), {@code officialNumber}, {@code order} (its number),
   * {@code orderId}, {@code customer} (his number), {@code kind}, {@code status}, {@code branch},
   * {@code from} and {@code to} (days of making, in the bank's zone). Sorts: {@code requestedAt},
   * {@code number}, {@code gross}.
   */
  @Query(
      value = "invoice.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public Page<InvoiceRow> list(PageRequest request) {
    return book.page(request, CallContext.current().boundBranch());
  }

  /**
   * One invoice with its lines.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "invoice.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public InvoiceView view(UUID invoiceId) {
    return book.view(invoiceId);
  }

  /**
   * What of an order is invoiced, and whether more can be.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "invoice.of-order",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "order")
  public OrderInvoices ofOrder(UUID orderId) {
    return issuing.ofOrder(orderId);
  }

  /**
   * Makes the invoice for what stands of an order that has left, as far as an account paid for it
   * and it is not invoiced yet.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     CommonError#INVALID} for a buyer who is none, {@link InvoiceError#NO_CASH}, {@link
   *     InvoiceError#PAID_BY_CARD}, {@link InvoiceError#NOT_SHIPPED}, {@link InvoiceError#ALREADY},
   *     {@link InvoiceError#NO_SELLER}, {@link InvoiceError#SELLER_INVALID}, {@link
   *     InvoiceError#NO_RATE}
   */
  @Command(
      value = "invoice.issue",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public InvoiceView issue(IssueInvoice command) {
    return book.view(issuing.issue(command));
  }

  /**
   * Begins the batch that makes invoices for delivered orders that have none; those that gift cards
   * paid alone are left alone. Of days that a batch is at work on no second one begins.
   *
   * @throws HeyiException {@link InvoiceError#DAYS}, {@link InvoiceError#NO_SELLER}, {@link
   *     InvoiceError#SELLER_INVALID}, {@link InvoiceError#BATCH_RUNNING}
   */
  @Command(
      value = "invoice.issue-delivered",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public DeliveredQueued issueDelivered(IssueDelivered command) {
    return batches.begin(command);
  }

  /**
   * Hands a refused invoice over again, made out to somebody else if that was what was wrong; one
   * that waits is handed over at once, as it is.
   *
   * @throws HeyiException {@link InvoiceError#ISSUED}, {@link InvoiceError#BLUE_REFUSED}, {@link
   *     InvoiceError#RED_KEEPS_BUYER}, {@link InvoiceError#OUTCOME_UNKNOWN}, {@link
   *     CommonError#INVALID}, {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "invoice.send-again",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public InvoiceView sendAgain(SendInvoiceAgain command) {
    issuing.sendAgain(command);
    return book.view(command.invoiceId());
  }

  /** Whether invoices reach the authority, and how many wait. */
  @Query(
      value = "invoice.gateway",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public GatewayView gateway() {
    return book.gateway();
  }

  /** All rates of tax that were ever set, by what they are for, the newest first. */
  @Query(
      value = "invoice.tax-rates",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<TaxRateView> taxRates() {
    return rates.list();
  }

  /**
   * Sets a rate of tax from a day on.
   *
   * @throws HeyiException {@link InvoiceError#RATE_PAST}, {@link InvoiceError#RATE_DUPLICATE},
   *     {@link InvoiceError#RATE_SUBJECT}
   */
  @Command(value = "invoice.set-tax-rate", by = HEAD_OFFICE_ADMIN)
  public TaxRateView setTaxRate(SetTaxRate command) {
    return rates.set(command);
  }

  /**
   * A customer's invoices, latest first, fifty at the most.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "invoice.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<InvoiceRow> ofCustomer(UUID customerId) {
    return book.ofCustomers(customers.recordsOf(customers.require(customerId).id()));
  }
}
