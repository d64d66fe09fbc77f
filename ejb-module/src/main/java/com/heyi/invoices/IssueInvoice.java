package com.heyi.invoices;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Makes the invoice for what of an order an account paid and is not invoiced yet.
 *
 * @param orderId the order
 * @param buyer to whom it is made out; null for a person who wants no name on it
 */
public record IssueInvoice(@NotNull UUID orderId, @Valid Buyer buyer) implements Targeted {
  public IssueInvoice {
    buyer = buyer == null ? Buyer.NOBODY_NAMED : buyer;
  }

  @Override
  public String auditTarget() {
    return "order:" + orderId;
  }
}
