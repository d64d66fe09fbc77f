package com.heyi.invoices;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Hands an invoice over again that was refused, or at once one that waits.
 *
 * @param invoiceId the invoice
 * @param expectedVersion the version that was seen
 * @param buyer to whom it is made out from now on, another only if it was refused; null leaves him
 *     as he is
 */
public record SendInvoiceAgain(@NotNull UUID invoiceId, int expectedVersion, @Valid Buyer buyer)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "invoice:" + invoiceId;
  }
}
