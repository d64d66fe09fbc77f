package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.work.HandOver.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one invoice over to the authority, in a transaction of its own. The row is held meanwhile,
 * so that no other node takes it; what dies in between is handed over again, under the same key.
 */
@ApplicationScoped
public class Filing {
  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

  private Invoices invoices;
  private InvoiceBook book;
  private AuthorityGateway gateway;
  private Clock clock;
  private AuditSink audit;

  protected Filing() {}

  @Inject
  public Filing(
      Invoices invoices, InvoiceBook book, AuthorityGateway gateway, Clock clock, AuditSink audit) {
    this.invoices = invoices;
    this.book = book;
    this.gateway = gateway;
    this.clock = clock;
    this.audit = audit;
  }

  /** Deals with the next invoice that is due. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Step next() {
    return gateway.isReady()
        ? invoices.takeNext(clock.instant()).map(this::asItself).orElse(Step.NONE)
        : Step.NONE;
  }

  /** What is read on the way is read by the system, which is bound to no branch. */
  private Step asItself(Invoice invoice) {
    try {
      return CallContext.callAs(Caller.system(invoice.id().toString()), () -> file(invoice));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Step file(Invoice invoice) {
    if (invoice.kind() == InvoiceKind.RED) {
      Invoice blue = invoices.find(invoice.blueId()).orElseThrow();
      if (blue.status() != InvoiceStatus.ISSUED) {
        return setAside(invoice, blue);
      }
      invoice.takesBuyerOf(blue);
    }
    Step step = handOver(invoice);
    if (invoice.status() != InvoiceStatus.WAITING) {
      record(invoice);
    }
    return step;
  }

  /** A red one waits for its blue one, and ends with it when that was refused. */
  private Step setAside(Invoice red, Invoice blue) {
    if (invoices.holdIfRefused(blue.id())) {
      red.endsWithBlue();
      record(red);
    } else {
      red.waits(InvoiceError.BLUE_NOT_ISSUED, clock.instant());
    }
    return Step.ASIDE;
  }

  private Step handOver(Invoice invoice) {
    try {
      invoice.issued(gateway.issue(book.view(invoice.id()), invoice.key()), clock.instant());
      return Step.WORKS;
    } catch (NotIssued e) {
      LOG.warn("Invoice {} was not issued: {}", invoice.number(), e.getMessage());
      if (e.isRefused()) {
        invoice.refused(e.refusal());
        return Step.WORKS;
      }
      invoice.failed(e.error(), clock.instant());
      return e.isClosed() ? Step.CLOSED : Step.FAILS;
    } catch (RuntimeException e) {
      // One invoice that breaks the gateway must not keep those behind it.
      LOG.error("Invoice {} breaks the gateway", invoice.number(), e);
      invoice.failed(InvoiceError.BROKEN, clock.instant());
      return Step.FAILS;
    }
  }

  /** That it was issued or refused stands in the trail, without its buyer. */
  private void record(Invoice invoice) {
    boolean issued = invoice.status() == InvoiceStatus.ISSUED;
    String id = invoice.id().toString();
    audit.record(
        new AuditEvent(
            CallContext.current(),
            "invoices",
            "invoice.file",
            "invoice:" + id,
            null,
            issued ? AuditEvent.Outcome.DONE : AuditEvent.Outcome.FAILED,
            invoice.trouble(),
            true,
            List.of(
                new Change("invoice", id, "status", "WAITING", invoice.status().name()),
                new Change("invoice", id, "officialNumber", null, invoice.officialNumber())),
            null));
  }
}
