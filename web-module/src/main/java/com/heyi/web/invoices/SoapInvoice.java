package com.heyi.web.invoices;

import com.heyi.invoices.InvoiceRow;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** An invoice; money in CNY, negative on a red one. */
@XmlType(name = "Invoice", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapInvoice {
  private String id;
  private String number;
  private String officialNumber;
  private String kind;
  private String status;
  private String trouble;
  private String orderId;
  private String orderNumber;
  private BigDecimal total;
  private BigDecimal amount;
  private BigDecimal tax;
  private String requestedAt;
  private String issuedAt;

  SoapInvoice() {}

  SoapInvoice(InvoiceRow row) {
    id = row.id().toString();
    number = row.number();
    officialNumber = row.officialNumber();
    kind = row.kind().name();
    status = row.status().name();
    trouble = row.trouble();
    orderId = row.orderId().toString();
    orderNumber = row.orderNumber();
    total = row.gross().amount();
    amount = row.net().amount();
    tax = row.tax().amount();
    requestedAt = row.requestedAt().toString();
    issuedAt = row.issuedAt() == null ? null : row.issuedAt().toString();
  }
}
