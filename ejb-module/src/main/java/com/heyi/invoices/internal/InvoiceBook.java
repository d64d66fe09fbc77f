package com.heyi.invoices.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.FilteredByCustomer;
import com.heyi.invoices.GatewayView;
import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceRow;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.InvoiceView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads invoices. */
@ApplicationScoped
public class InvoiceBook {
  /** The filter by the customer's number, which the register knows and not the invoices. */
  private static final int MOST_OF_CUSTOMER = 50;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Invoices invoices;
  @Inject private CustomerDirectory customers;
  @Inject private AuthorityGateway gateway;
  @Inject private Seller seller;

  protected InvoiceBook() {}

  public InvoiceBook(
      EntityManager em,
      Clock clock,
      Invoices invoices,
      CustomerDirectory customers,
      AuthorityGateway gateway,
      Seller seller) {
    this.em = em;
    this.clock = clock;
    this.invoices = invoices;
    this.customers = customers;
    this.gateway = gateway;
    this.seller = seller;
  }

  /**
   * A part of the invoices.
   *
   * @param branch only those of this branch; empty for all
   */
  public Page<InvoiceRow> page(PageRequest request, Optional<String> branch) {
    Listing<Invoice> listing =
        Listing.of(Invoice.class, Sort.descending("requestedAt"))
            .sort("requestedAt", "requestedAt")
            .sort("number", "number")
            .sort("gross", "gross")
            .filter("number", Filter.startsWith("number"))
            .filter("officialNumber", Filter.equal("officialNumber"))
            .filter("order", Filter.equal("orderNumber"))
            .filter("orderId", Filter.id("orderId"))
            .filter("customerId", Filter.anyId("customerId"))
            .filter("kind", Filter.oneOf("kind", InvoiceKind.class))
            .filter("status", Filter.oneOf("status", InvoiceStatus.class))
            .filter("branch", Filter.equal("branch"))
            .filter("from", Filter.fromDay("requestedAt", clock.getZone()))
            .filter("to", Filter.toDay("requestedAt", clock.getZone()));
    branch.ifPresent(own -> listing.only(Filter.equal("branch"), own));
    Page<Invoice> found =
        listing.page(em, FilteredByCustomer.byRecords(request, customers), Function.identity());
    return new Page<>(rows(found.items()), found.nextCursor(), found.total());
  }

  /** These invoices as rows. */
  List<InvoiceRow> rows(Collection<Invoice> some) {
    Map<UUID, CustomerRef> names =
        some.isEmpty()
            ? Map.of()
            : customers.findAll(some.stream().map(Invoice::customerId).collect(Collectors.toSet()));
    return some.stream().map(one -> row(one, names.get(one.customerId()))).toList();
  }

  /** Invoices of a customer under all his records, latest first. */
  public List<InvoiceRow> ofCustomers(Collection<UUID> records) {
    return rows(invoices.ofCustomers(records, MOST_OF_CUSTOMER));
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  public InvoiceView view(UUID id) {
    Invoice invoice =
        invoices.find(id).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.get().equals(invoice.branch())) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return new InvoiceView(
        rows(List.of(invoice)).get(0),
        invoice.sellerName(),
        invoice.issuer(),
        invoice.buyer(),
        invoice.blueId() == null
            ? null
            : invoices.find(invoice.blueId()).map(InvoiceBook::named).orElseThrow(),
        invoices.redsOf(id).stream().map(InvoiceBook::named).toList(),
        invoices.lines(id).stream().map(InvoiceBook::line).toList(),
        invoice.attempts(),
        invoice.nextAttemptAt(),
        invoice.refusal(),
        invoice.requestedBy());
  }

  public GatewayView gateway() {
    return new GatewayView(
        gateway.isReady(),
        seller.isKnown(),
        invoices.count(InvoiceStatus.WAITING),
        invoices.countRefused());
  }

  private InvoiceRow row(Invoice invoice, CustomerRef customer) {
    boolean off = invoice.status() == InvoiceStatus.WAITING && !gateway.isReady();
    TaxWithinThePrice sum = invoice.sum();
    return new InvoiceRow(
        invoice.id(),
        invoice.version(),
        invoice.number(),
        invoice.kind(),
        invoice.status(),
        off ? InvoiceError.GATEWAY_OFF.code() : invoice.trouble(),
        invoice.officialNumber(),
        invoice.orderId(),
        invoice.orderNumber(),
        invoice.customerId(),
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        invoice.branch(),
        sum.gross(),
        sum.net(),
        sum.tax(),
        invoice.requestedAt(),
        invoice.issuedAt());
  }

  private static InvoiceView.Named named(Invoice invoice) {
    return new InvoiceView.Named(
        invoice.id(), invoice.number(), invoice.officialNumber(), invoice.sum().gross());
  }

  private static InvoiceView.Line line(InvoiceLine line) {
    TaxWithinThePrice sum = line.sum();
    return new InvoiceView.Line(
        line.lineNo(),
        line.orderLineId(),
        line.sku(),
        line.name(),
        line.taxCode(),
        TaxRates.percent(line.taxRate()),
        line.quantity(),
        line.price(),
        sum.gross(),
        line.byCard(),
        sum.net(),
        sum.tax(),
        line.toldQuantity(),
        line.toldPrice());
  }
}
