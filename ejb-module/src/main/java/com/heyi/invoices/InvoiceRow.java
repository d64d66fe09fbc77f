package com.heyi.invoices;

import com.heyi.shared.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An invoice in a list.
 *
 * @param id the invoice
 * @param version its version, for the next change
 * @param number our own number
 * @param kind blue or red
 * @param status how it fares with the authority
 * @param trouble code of why it waits or was refused, or null
 * @param officialNumber the authority's number, or null while it has given none
 * @param orderId the order
 * @param orderNumber its number
 * @param customerId whose
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param branch his home branch when he ordered, or null
 * @param gross what was paid, tax within; negative on a red one
 * @param net without tax
 * @param tax the tax
 * @param requestedAt when it was made
 * @param issuedAt when the authority issued it, or null
 */
public record InvoiceRow(
    UUID id,
    int version,
    String number,
    InvoiceKind kind,
    InvoiceStatus status,
    String trouble,
    String officialNumber,
    UUID orderId,
    String orderNumber,
    UUID customerId,
    String customerNumber,
    String customerName,
    String branch,
    Money gross,
    Money net,
    Money tax,
    Instant requestedAt,
    Instant issuedAt) {}
