package com.heyi.invoices.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.invoices.Buyer;
import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.IssueInvoice;
import com.heyi.invoices.OrderInvoices;
import com.heyi.invoices.SendInvoiceAgain;
import com.heyi.mall.CashSales;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.JobTrail;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes invoices. The order of locks is always: the order, as the mall holds it too, then the
 * numbers; an order that is cancelled or comes back meanwhile is therefore either not invoiced for
 * that or taken back by a red one.
 */
@ApplicationScoped
public class Issuing {
  private Invoices invoices;
  private InvoiceBook book;
  private TaxRates rates;
  private Seller seller;
  private CashSales sales;
  private CustomerDirectory customers;
  private JobTrail trail;
  private Clock clock;

  protected Issuing() {}

  @Inject
  public Issuing(
      Invoices invoices,
      InvoiceBook book,
      TaxRates rates,
      Seller seller,
      CashSales sales,
      CustomerDirectory customers,
      JobTrail trail,
      Clock clock) {
    this.invoices = invoices;
    this.book = book;
    this.rates = rates;
    this.seller = seller;
    this.sales = sales;
    this.customers = customers;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @return id of the invoice
   * @throws HeyiException as {@link com.heyi.invoices.InvoicesFacade#issue}
   */
  public UUID issue(IssueInvoice command) {
    Buyer buyer = ABuyerIsNamedAsHisKindNeeds.checked(command.buyer());
    Seller.Named by = seller.require();
    CashSales.Sale seen = require(sales.find(command.orderId()), command.orderId());
    // Before the order is held, as everywhere.
    customers.requireServed(seen.customerId());
    CashSales.Sale sale = require(sales.hold(command.orderId()), command.orderId());
    return make(sale, buyer, by, draft(sale, rates.today(), invoiced(List.of(sale))));
  }

  /** What an order's invoice will say; nothing is written. */
  private static List<InvoiceLine> draft(
      CashSales.Sale sale, TaxRates.InForce today, Set<UUID> invoiced) {
    if (sale.lines().isEmpty()) {
      throw new HeyiException(InvoiceError.NO_CASH, sale.number());
    }
    if (!sale.goodsHaveLeft()) {
      throw new HeyiException(InvoiceError.NOT_SHIPPED, sale.number(), sale.stage());
    }
    List<InvoiceLine> lines =
        open(sale, invoiced).stream().map(line -> InvoiceLine.blue(line, today.of(line))).toList();
    if (lines.isEmpty()) {
      throw new HeyiException(whyNothingIsOpen(sale), sale.number());
    }
    return lines;
  }

  private static InvoiceError whyNothingIsOpen(CashSales.Sale sale) {
    return sale.lines().stream().anyMatch(line -> line.left() > 0)
            && sale.lines().stream().allMatch(line -> line.byAccount().isZero())
        ? InvoiceError.PAID_BY_CARD
        : InvoiceError.ALREADY;
  }

  /**
   * Makes invoices, to persons without a name, for what stands of these orders.
   *
   * @return for each order nothing when its invoice was made, or why it was not
   * @throws HeyiException {@link InvoiceError#NO_SELLER}, {@link InvoiceError#SELLER_INVALID}, with
   *     nothing made
   */
  Map<UUID, Optional<HeyiException>> issueAll(Collection<UUID> orders) {
    Seller.Named by = seller.require();
    TaxRates.InForce today = rates.today();
    invoices.waitForOtherBatch();
    Map<UUID, Optional<HeyiException>> became = new LinkedHashMap<>();
    orders.forEach(id -> became.put(id, Optional.of(new HeyiException(InvoiceError.ORDER_BUSY))));
    // All orders are held before the first number is taken, and those of others are left alone, so
    // that nobody waits in a ring. All is decided before it too: others wait for the numbers from
    // the first one on until the slice is over, so nothing is left then but to write.
    List<CashSales.Sale> held = sales.holdFree(orders);
    Set<UUID> invoiced = invoiced(held);
    Map<CashSales.Sale, List<InvoiceLine>> drafts = new LinkedHashMap<>();
    for (CashSales.Sale sale : held) {
      try {
        drafts.put(sale, draft(sale, today, invoiced));
        became.put(sale.orderId(), Optional.empty());
      } catch (HeyiException e) {
        became.put(sale.orderId(), Optional.of(e));
      }
    }
    drafts.forEach(
        (sale, lines) ->
            trail.tell(
                "invoices",
                "invoice.issue",
                () -> make(sale, Buyer.NOBODY_NAMED, by, lines),
                id -> "invoice:" + id));
    return became;
  }

  /** What stands of an order, was paid by an account at least in part, and is not invoiced. */
  private List<CashSales.Line> open(CashSales.Sale sale) {
    return open(sale, invoiced(List.of(sale)));
  }

  private static List<CashSales.Line> open(CashSales.Sale sale, Set<UUID> invoiced) {
    return sale.lines().stream()
        .filter(line -> !line.byAccount().isZero() && !invoiced.contains(line.id()))
        .toList();
  }

  private Set<UUID> invoiced(List<CashSales.Sale> of) {
    return invoices.invoiced(
        of.stream().flatMap(sale -> sale.lines().stream()).map(CashSales.Line::id).toList());
  }

  private UUID make(CashSales.Sale sale, Buyer buyer, Seller.Named by, List<InvoiceLine> lines) {
    Invoice invoice =
        Invoice.blue(
            by,
            invoices.next(by.taxNumber(), LocalDate.now(clock)),
            sale,
            buyer,
            sum(lines),
            CallContext.current().user(),
            clock.instant());
    write(invoice, lines);
    return invoice.id();
  }

  private void write(Invoice invoice, List<InvoiceLine> lines) {
    invoices.add(invoice, lines);
    ChangeLog.note("invoice", invoice.id(), "number", null, invoice.number());
    ChangeLog.note("invoice", invoice.id(), "kind", null, invoice.kind());
    ChangeLog.note("invoice", invoice.id(), "gross", null, invoice.sum().gross().amount());
    ChangeLog.note("invoice", invoice.id(), "tax", null, invoice.sum().tax().amount());
    noteBuyer(invoice, null, invoice.buyer());
  }

  private static void noteBuyer(Invoice invoice, Buyer before, Buyer after) {
    UUID id = invoice.id();
    ChangeLog.note("invoice", id, "buyerKind", before == null ? null : before.kind(), after.kind());
    ChangeLog.note(
        "invoice",
        id,
        "buyerTitle",
        before == null ? null : before.title(),
        after.title(),
        Mask.NAME);
    ChangeLog.note(
        "invoice",
        id,
        "buyerTaxNumber",
        before == null ? null : before.taxNumber(),
        after.taxNumber());
  }

  /**
   * Takes back by red invoices what a cancellation or refund gave back to accounts of invoiced
   * lines: one for each blue one that it touches. The mall holds the order.
   */
  void takeBack(UUID cancellationId) {
    Map<UUID, CashSales.GivenBack> given = new LinkedHashMap<>();
    sales.givenBack(cancellationId).forEach(one -> given.put(one.orderLineId(), one));
    if (given.isEmpty()) {
      return;
    }
    Map<UUID, List<InvoiceLine>> byBlue = new LinkedHashMap<>();
    for (InvoiceLine blue : invoices.blueLines(given.keySet())) {
      byBlue
          .computeIfAbsent(blue.invoiceId(), id -> new ArrayList<>())
          .add(blue.red(given.get(blue.orderLineId()), takenBackOf(blue)));
    }
    byBlue.forEach(
        (blueId, lines) -> {
          // Not held: it may be on its way to the authority, for which nobody who gives money back
          // waits.
          Invoice blue = invoices.find(blueId).orElseThrow();
          write(
              blue.red(
                  invoices.next(blue.issuer(), LocalDate.now(clock)),
                  cancellationId,
                  sum(lines),
                  CallContext.current().user(),
                  clock.instant()),
              lines);
        });
  }

  /** What was taken back of a blue line so far, 0 or more. */
  private Money takenBackOf(InvoiceLine blue) {
    return invoices.redLines(blue.id()).stream()
        .map(red -> red.sum().gross().negated())
        .reduce(Money.zero(Money.CNY), Money::plus);
  }

  private static TaxWithinThePrice sum(List<InvoiceLine> lines) {
    return lines.stream()
        .map(InvoiceLine::sum)
        .reduce(TaxWithinThePrice.zero(), TaxWithinThePrice::plus);
  }

  /**
   * @throws HeyiException as {@link com.heyi.invoices.InvoicesFacade#sendAgain}
   */
  public void sendAgain(SendInvoiceAgain command) {
    Buyer buyer =
        command.buyer() == null ? null : ABuyerIsNamedAsHisKindNeeds.checked(command.buyer());
    Invoice invoice = invoices.hold(command.invoiceId());
    Buyer before = invoice.buyer();
    InvoiceStatus was = invoice.status();
    invoice.sendAgain(command.expectedVersion(), buyer, clock.instant());
    ChangeLog.note("invoice", invoice.id(), "status", was, invoice.status());
    noteBuyer(invoice, before, invoice.buyer());
    for (Invoice red : invoices.endedWith(invoice.id())) {
      red.goesOnWithBlue(clock.instant());
      ChangeLog.note("invoice", red.id(), "status", InvoiceStatus.REFUSED, red.status());
    }
    invoices.flush();
  }

  /**
   * @throws HeyiException as {@link com.heyi.invoices.InvoicesFacade#ofOrder}
   */
  public OrderInvoices ofOrder(UUID orderId) {
    CashSales.Sale sale = require(sales.find(orderId), orderId);
    Money open =
        open(sale).stream()
            .map(CashSales.Line::byAccount)
            .reduce(Money.zero(Money.CNY), Money::plus);
    return new OrderInvoices(
        orderId,
        book.rows(invoices.ofOrder(orderId)),
        open,
        !open.isZero() && sale.goodsHaveLeft() && seller.isKnown());
  }

  private static CashSales.Sale require(Optional<CashSales.Sale> found, UUID orderId) {
    CashSales.Sale sale =
        found.orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, orderId));
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.get().equals(sale.branch())) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return sale;
  }
}
