package com.heyi.web.invoices;

import com.heyi.invoices.GatewayView;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceRow;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.InvoicesFacade;
import com.heyi.invoices.IssueDelivered;
import com.heyi.invoices.SetTaxRate;
import com.heyi.invoices.TaxRateView;
import com.heyi.invoices.TaxSubject;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Invoices as a list, the batch that makes those that are missing, and the rates of tax. */
@PageAt(value = "/invoices/list.xhtml", facade = InvoicesFacade.class, needs = "gateway")
@Named
@ViewScoped
public class InvoiceListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private InvoicesFacade invoices;

  private final FormKey key = new FormKey();
  private final FormKey rateKey = new FormKey();
  private LazyList<InvoiceRow> list;
  private transient GatewayView gateway;
  private transient List<TaxRateView> rates;
  private LocalDate from;
  private LocalDate to;
  private TaxSubject subjectKind;
  private String subject;
  private LocalDate validFrom;
  private BigDecimal percent;
  private String taxCode;
  private String source;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
            invoices::list,
            "number",
            "officialNumber",
            "order",
            "customer",
            "kind",
            "status",
            "branch",
            "from",
            "to");
  }

  public void export() {
    XlsxExport.of("page.invoices.title", list)
        .column("page.invoices.number", InvoiceRow::number)
        .column("page.invoices.official", InvoiceRow::officialNumber)
        .column("page.invoices.kind", InvoiceRow::kind)
        .column("page.invoices.status", InvoiceRow::status)
        .column("page.invoices.order", InvoiceRow::orderNumber)
        .column("page.invoices.customer.number", InvoiceRow::customerNumber)
        .column("page.invoices.customer.name", InvoiceRow::customerName)
        .column("page.invoices.branch", InvoiceRow::branch)
        .column("page.invoices.net", InvoiceRow::net)
        .column("page.invoices.tax", InvoiceRow::tax)
        .column("page.invoices.gross", InvoiceRow::gross)
        .column("page.invoices.requested-at", InvoiceRow::requestedAt)
        .column("page.invoices.issued-at", InvoiceRow::issuedAt)
        .send();
  }

  /** Makes the invoices that are missing for what was delivered in the days of the form. */
  public String issueDelivered() {
    IssueDelivered command = new IssueDelivered(from, to);
    return Commands.run(key, () -> invoices.issueDelivered(command))
        .map(
            done ->
                done.run() == null
                    ? Go.saying("page.invoices.batch.nothing").to("/invoices/list")
                    : Go.saying("page.invoices.batch.begun", done.orders())
                        .to("/imports/run", "id", done.run()))
        .orElse(Go.STAY);
  }

  /** Sets the rate of the form. */
  public String setRate() {
    SetTaxRate command = new SetTaxRate(subjectKind, subject, validFrom, percent, taxCode, source);
    return Commands.run(rateKey, () -> invoices.setTaxRate(command))
        .map(done -> Go.saying("page.invoices.rate.saved").to("/invoices/list"))
        .orElse(Go.STAY);
  }

  /** Whether this person may make invoices in batches. */
  public boolean isIssuer() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.OPERATOR);
  }

  /** Whether this person may set rates. */
  public boolean isRateSetter() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** What is wrong, in words, or nothing. */
  public String trouble(String code) {
    return code == null ? "" : Texts.get(CallContext.current().locale(), code);
  }

  public GatewayView getGateway() {
    if (gateway == null) {
      gateway = invoices.gateway();
    }
    return gateway;
  }

  public List<TaxRateView> getRates() {
    if (rates == null) {
      rates = invoices.taxRates();
    }
    return rates;
  }

  public LazyList<InvoiceRow> getList() {
    return list;
  }

  public InvoiceKind[] getKinds() {
    return InvoiceKind.values();
  }

  public InvoiceStatus[] getStatuses() {
    return InvoiceStatus.values();
  }

  public TaxSubject[] getSubjects() {
    return TaxSubject.values();
  }

  public FormKey getKey() {
    return key;
  }

  public FormKey getRateKey() {
    return rateKey;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public TaxSubject getSubjectKind() {
    return subjectKind;
  }

  public void setSubjectKind(TaxSubject subjectKind) {
    this.subjectKind = subjectKind;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }

  public String getTaxCode() {
    return taxCode;
  }

  public void setTaxCode(String taxCode) {
    this.taxCode = taxCode;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
