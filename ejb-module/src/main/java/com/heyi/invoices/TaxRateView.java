package com.heyi.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A rate of value added tax.
 *
 * @param subjectKind how wide
 * @param subject code of the category or item; empty for everything
 * @param validFrom first day
 * @param percent 13.00 is 13 per cent
 * @param taxCode the authority's 19 digits for the kind of goods
 * @param source where it is written
 * @param setAt when it was set
 * @param setBy by whom
 * @param inForce whether it holds today
 */
public record TaxRateView(
    TaxSubject subjectKind,
    String subject,
    LocalDate validFrom,
    BigDecimal percent,
    String taxCode,
    String source,
    Instant setAt,
    String setBy,
    boolean inForce) {}
