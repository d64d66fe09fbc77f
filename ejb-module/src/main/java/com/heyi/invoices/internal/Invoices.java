package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invoices in the database. */
@ApplicationScoped
public class Invoices {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Invoices() {}

  public Invoices(EntityManager em) {
    this.em = em;
  }

  /**
   * The next number of an issuer on a day. Whoever asks for one later waits until this transaction
   * ends; when it comes to nothing, so does the number.
   *
   * <p>So it is asked for when nothing is left but to write the invoice. It cannot come later
   * still, at the commit: the number stands on the invoice, which is immutable, and in the trail's
   * row of the call, which is written before.
   */
  Invoice.Number next(String issuer, LocalDate day) {
    long serial =
        NamedSql.values(
                em,
                "insert into invoices.series as s (issuer, year, last) values (:issuer, :year,"
                    + " 1) on conflict (issuer, year) do update set last = s.last + 1 returning"
                    + " last",
                Long.class)
            .setParameter("issuer", issuer)
            .setParameter("year", day.getYear())
            .getSingleResult();
    return new Invoice.Number(day.getYear(), serial);
  }

  /**
   * Until this transaction ends no other slice of a batch is at work: two batches over the same
   * orders, of which one was stopped and resumed, take turns instead of finding each other's orders
   * held.
   */
  void waitForOtherBatch() {
    AdvisoryLock.of("invoices.delivered", "slice").take(em);
  }

  /** Writes an invoice with its lines, in their order. */
  void add(Invoice invoice, List<InvoiceLine> lines) {
    em.persist(invoice);
    em.flush();
    int place = 0;
    for (InvoiceLine line : lines) {
      place++;
      line.standsIn(invoice.id(), place);
      em.persist(line);
    }
    em.flush();
  }

  void flush() {
    em.flush();
  }

  Optional<Invoice> find(UUID id) {
    return Optional.ofNullable(em.find(Invoice.class, id));
  }

  /**
   * The invoice for a change, held to the end of the transaction.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  Invoice hold(UUID id) {
    Invoice invoice = em.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (invoice == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return invoice;
  }

  List<InvoiceLine> lines(UUID invoiceId) {
    return em.createQuery(
            "from InvoiceLine l where l.invoiceId = :invoice order by l.lineNo", InvoiceLine.class)
        .setParameter("invoice", invoiceId)
        .getResultList();
  }

  List<Invoice> ofOrder(UUID orderId) {
    return em.createQuery(
            "from Invoice i where i.orderId = :order order by i.requestedAt, i.id", Invoice.class)
        .setParameter("order", orderId)
        .getResultList();
  }

  List<Invoice> ofCustomers(Collection<UUID> customers, int most) {
    return em.createQuery(
            "from Invoice i where i.customerId in :customers order by i.requestedAt desc, i.id"
                + " desc",
            Invoice.class)
        .setParameter("customers", customers)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those that take a blue one back, oldest first. */
  List<Invoice> redsOf(UUID blueId) {
    return em.createQuery(
            "from Invoice i where i.blueId = :blue order by i.requestedAt, i.id", Invoice.class)
        .setParameter("blue", blueId)
        .getResultList();
  }

  /** The blue lines of these lines of orders. */
  List<InvoiceLine> blueLines(Collection<UUID> orderLines) {
    return em.createQuery(
            "from InvoiceLine l where l.orderLineId in :lines and l.blueLineId is null"
                + " order by l.invoiceId, l.lineNo",
            InvoiceLine.class)
        .setParameter("lines", orderLines)
        .getResultList();
  }

  /** Those of the lines of orders that a blue invoice has. */
  Set<UUID> invoiced(Collection<UUID> orderLines) {
    return orderLines.isEmpty()
        ? Set.of()
        : new HashSet<>(
            em.createQuery(
                    "select l.orderLineId from InvoiceLine l"
                        + " where l.blueLineId is null and l.orderLineId in :lines",
                    UUID.class)
                .setParameter("lines", orderLines)
                .getResultList());
  }

  /** Those of the orders that no blue invoice was made for, in their order. */
  List<UUID> without(List<UUID> orders) {
    Set<UUID> have =
        new HashSet<>(
            em.createQuery(
                    "select i.orderId from Invoice i where i.kind = :blue and i.orderId in :orders",
                    UUID.class)
                .setParameter("blue", InvoiceKind.BLUE)
                .setParameter("orders", orders)
                .getResultList());
    return orders.stream().filter(order -> !have.contains(order)).toList();
  }

  /** The red lines of a blue one. */
  List<InvoiceLine> redLines(UUID blueLineId) {
    return em.createQuery("from InvoiceLine l where l.blueLineId = :blue", InvoiceLine.class)
        .setParameter("blue", blueLineId)
        .getResultList();
  }

  long count(InvoiceStatus status) {
    return em.createQuery("select count(*) from Invoice i where i.status = :status", Long.class)
        .setParameter("status", status)
        .getSingleResult();
  }

  /**
   * Those that were refused for themselves; a red one that ended with its blue one goes with it.
   */
  long countRefused() {
    return em.createQuery(
            "select count(*) from Invoice i where i.status = :refused"
                + " and (i.trouble is null or i.trouble <> :ended)",
            Long.class)
        .setParameter("refused", InvoiceStatus.REFUSED)
        .setParameter("ended", InvoiceError.BLUE_REFUSED.code())
        .getSingleResult();
  }

  /**
   * Whether an invoice is refused and stays so until this transaction ends. Nobody is waited for:
   * of one that somebody else has just now it is not known.
   */
  boolean holdIfRefused(UUID id) {
    return !NamedSql.values(
            em,
            "select id from invoices.invoice where id = :id and status = 'REFUSED'"
                + " for no key update skip locked",
            UUID.class)
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }

  /** Those that ended with a blue one, held to the end of the transaction. */
  List<Invoice> endedWith(UUID blueId) {
    return em.createQuery(
            "from Invoice i where i.blueId = :blue and i.status = :refused and i.trouble = :trouble"
                + " order by i.id",
            Invoice.class)
        .setParameter("blue", blueId)
        .setParameter("refused", InvoiceStatus.REFUSED)
        .setParameter("trouble", InvoiceError.BLUE_REFUSED.code())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** The next one that is due, held against every other run and node until the transaction ends. */
  Optional<Invoice> takeNext(Instant now) {
    return NamedSql.values(
            em,
            "select * from invoices.invoice where status = 'WAITING' and next_attempt_at <= :now"
                + " order by next_attempt_at, id limit 1 for no key update skip locked",
            Invoice.class)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }
}
