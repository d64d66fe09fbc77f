package com.heyi.web.invoices;

import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceRow;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.InvoiceView;
import com.heyi.invoices.InvoicesFacade;
import com.heyi.invoices.SendInvoiceAgain;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.Download;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;

/** One invoice with its lines; one that was refused can be mended and handed over again. */
@PageAt(value = "/invoices/invoice.xhtml", facade = InvoicesFacade.class, needs = "view")
@Named
@ViewScoped
public class InvoicePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private InvoicesFacade invoices;
  @Inject private transient Clock clock;

  private final FormKey key = new FormKey();
  private final BuyerForm form = new BuyerForm();
  private String id;
  private int version;
  private transient InvoiceView invoice;

  /** Reads the invoice that the address names. */
  public void load() {
    invoice = invoices.view(Param.id(id));
    version = invoice.row().version();
    form.show(invoice.buyer());
  }

  /** Hands it over again, a blue one as the form names its buyer. */
  public String sendAgain() {
    boolean blue = getInvoice().row().kind() == InvoiceKind.BLUE;
    SendInvoiceAgain command =
        new SendInvoiceAgain(Param.id(id), version, blue ? form.buyer() : null);
    return Commands.run(key, () -> invoices.sendAgain(command))
        .map(done -> Go.saying("page.invoices.again.done", done.row().number()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Answers with the invoice as PDF. */
  public void pdf() {
    InvoicePaper paper =
        new InvoicePaper(
            invoices.view(Param.id(id)), CallContext.current().locale(), clock.getZone());
    try {
      Download.send(
          FacesContext.getCurrentInstance(),
          "application/pdf",
          Download.named(paper.fileName()),
          paper::writeTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it was refused for itself and this person may hand it over again. */
  public boolean isSendable() {
    InvoiceRow row = getInvoice().row();
    return row.status() == InvoiceStatus.REFUSED
        && !InvoiceError.BLUE_REFUSED.code().equals(row.trouble())
        && (CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
            || CallContext.current().has(Role.OPERATOR));
  }

  /** What is wrong, in words, or nothing. */
  public String trouble(String code) {
    return code == null ? "" : Texts.get(CallContext.current().locale(), code);
  }

  public InvoiceView getInvoice() {
    if (invoice == null) {
      invoice = invoices.view(Param.id(id));
    }
    return invoice;
  }

  public BuyerForm getForm() {
    return form;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
