package com.heyi.web.invoices;

import com.heyi.invoices.InvoicesFacade;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers {@link InvoicesOperations}. */
@ApplicationScoped
public class InvoicesOperationsBean implements InvoicesOperations {
  @Inject private InvoicesFacade invoices;

  @Override
  public List<SoapInvoice> getInvoices(String customerId) {
    return invoices.ofCustomer(SoapInput.id("customerId", customerId)).stream()
        .map(SoapInvoice::new)
        .toList();
  }

  @Override
  public SoapInvoice getInvoice(String invoiceId) {
    return new SoapInvoice(invoices.view(SoapInput.id("invoiceId", invoiceId)).row());
  }
}
