package com.heyi.web.invoices;

import com.heyi.invoices.InvoicesFacade;
import com.heyi.invoices.IssueInvoice;
import com.heyi.invoices.OrderInvoices;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form that makes the invoice for an order. */
@PageAt(value = "/invoices/issue.xhtml", facade = InvoicesFacade.class, needs = "issue")
@Named
@ViewScoped
public class IssueInvoicePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private InvoicesFacade invoices;

  private final FormKey key = new FormKey();
  private final BuyerForm form = new BuyerForm();
  private String id;
  private transient OrderInvoices order;

  /** Reads what of the order is invoiced. */
  public void load() {
    order = invoices.ofOrder(Param.id(id));
  }

  public String issue() {
    IssueInvoice command = new IssueInvoice(Param.id(id), form.buyer());
    return Commands.run(key, () -> invoices.issue(command))
        .map(
            done ->
                Go.saying("page.invoices.issue.done", done.row().number())
                    .to("/invoices/invoice", "id", done.row().id()))
        .orElse(Go.STAY);
  }

  public OrderInvoices getOrder() {
    if (order == null) {
      load();
    }
    return order;
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
