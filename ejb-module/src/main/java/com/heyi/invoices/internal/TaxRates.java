package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.SetTaxRate;
import com.heyi.invoices.TaxRateView;
import com.heyi.invoices.TaxSubject;
import com.heyi.mall.CashSales;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rates of value added tax, as dated rows. */
@ApplicationScoped
public class TaxRates {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected TaxRates() {}

  public TaxRates(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * A rate.
   *
   * @param rate as a part of one
   * @param taxCode the authority's code of the kind of goods
   */
  record Rate(BigDecimal rate, String taxCode) {}

  /** 0.13 as 13.00. */
  static BigDecimal percent(BigDecimal rate) {
    return rate.multiply(HUNDRED).setScale(2);
  }

  /** All that were ever set, the widest first, of each the newest first. */
  public List<TaxRateView> list() {
    LocalDate today = LocalDate.now(clock);
    Set<String> found = new HashSet<>();
    List<TaxRateView> all = new ArrayList<>();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select subject_kind, subject, valid_from, rate, tax_code, source, set_at, set_by"
                    + " from invoices.tax_rate order by case subject_kind when 'EVERYTHING' then 1"
                    + " when 'CATEGORY' then 2 else 3 end, subject, valid_from desc")
            .getResultList();
    for (Row row : rows) {
      TaxSubject kind = row.constant("subject_kind", TaxSubject.class);
      String subject = row.text("subject");
      LocalDate from = row.day("valid_from");
      boolean inForce = !from.isAfter(today) && found.add(kind + "/" + subject);
      all.add(
          new TaxRateView(
              kind,
              subject,
              from,
              percent(row.decimal("rate")),
              row.text("tax_code"),
              row.text("source"),
              row.instant("set_at"),
              row.text("set_by"),
              inForce));
    }
    return all;
  }

  /** Those that hold today. */
  InForce today() {
    return new InForce(LocalDate.now(clock), list().stream().filter(TaxRateView::inForce).toList());
  }

  /** The rates of a day. */
  record InForce(LocalDate day, List<TaxRateView> rates) {

    /**
     * The rate for what was sold: the item's, else that of the nearest category, else everything's.
     *
     * @throws HeyiException {@link InvoiceError#NO_RATE}
     */
    Rate of(CashSales.Line sold) {
      return of(TaxSubject.ITEM, sold.sku())
          .or(
              () ->
                  sold.categories().stream()
                      .flatMap(code -> of(TaxSubject.CATEGORY, code).stream())
                      .findFirst())
          .or(() -> of(TaxSubject.EVERYTHING, ""))
          .orElseThrow(() -> new HeyiException(InvoiceError.NO_RATE, sold.sku(), day));
    }

    private Optional<Rate> of(TaxSubject kind, String subject) {
      return rates.stream()
          .filter(rate -> rate.subjectKind() == kind && rate.subject().equals(subject))
          .map(rate -> new Rate(rate.percent().movePointLeft(2), rate.taxCode()))
          .findFirst();
    }
  }

  /**
   * @throws HeyiException {@link InvoiceError#RATE_PAST}, {@link InvoiceError#RATE_DUPLICATE},
   *     {@link InvoiceError#RATE_SUBJECT}
   */
  public TaxRateView set(SetTaxRate command) {
    LocalDate today = LocalDate.now(clock);
    if (command.validFrom().isBefore(today)) {
      throw new HeyiException(InvoiceError.RATE_PAST, today);
    }
    if ((command.subjectKind() == TaxSubject.EVERYTHING) != command.subject().isEmpty()) {
      throw new HeyiException(InvoiceError.RATE_SUBJECT);
    }
    int added =
        em.createNativeQuery(
                "insert into invoices.tax_rate (id, subject_kind, subject, valid_from, rate,"
                    + " tax_code, source, set_at, set_by) values (:id, :kind, :subject, :from,"
                    + " :rate, :code, :source, :now, :by) on conflict do nothing")
            .setParameter("id", Ids.next())
            .setParameter("kind", command.subjectKind().name())
            .setParameter("subject", command.subject())
            .setParameter("from", command.validFrom())
            .setParameter("rate", command.percent().movePointLeft(2))
            .setParameter("code", command.taxCode())
            .setParameter("source", command.source().strip())
            .setParameter("now", clock.instant())
            .setParameter("by", CallContext.current().user())
            .executeUpdate();
    if (added == 0) {
      throw new HeyiException(InvoiceError.RATE_DUPLICATE);
    }
    String subject = command.subjectKind() + ":" + command.subject();
    ChangeLog.note("tax-rate", subject, "percent", null, command.percent());
    ChangeLog.note("tax-rate", subject, "taxCode", null, command.taxCode());
    ChangeLog.note("tax-rate", subject, "validFrom", null, command.validFrom());
    return list().stream()
        .filter(
            rate ->
                rate.subjectKind() == command.subjectKind()
                    && rate.subject().equals(command.subject())
                    && rate.validFrom().equals(command.validFrom()))
        .findFirst()
        .orElseThrow();
  }
}
