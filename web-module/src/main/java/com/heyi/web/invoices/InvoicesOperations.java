package com.heyi.web.invoices;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.util.List;

/** What branch systems read of their customers' invoices. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface InvoicesOperations {

  /** A customer's invoices, blue and red, latest first, fifty at the most. */
  @WebMethod
  @WebResult(name = "invoice")
  List<SoapInvoice> getInvoices(@WebParam(name = "customerId") String customerId);

  /** One invoice. */
  @WebMethod
  @WebResult(name = "invoice")
  SoapInvoice getInvoice(@WebParam(name = "invoiceId") String invoiceId);
}
