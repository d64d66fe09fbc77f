package com.heyi.invoices;

import com.heyi.shared.value.Money;
import java.util.List;
import java.util.UUID;

/**
 * What of an order is invoiced.
 *
 * @param orderId the order
 * @param invoices its invoices, oldest first
 * @param open money that an account paid for what stands and is not invoiced
 * @param issuable whether an invoice can be made for that now: the goods have left, and it is known
 *     who sells
 */
public record OrderInvoices(UUID orderId, List<InvoiceRow> invoices, Money open, boolean issuable) {
  public OrderInvoices {
    invoices = List.copyOf(invoices);
  }
}
