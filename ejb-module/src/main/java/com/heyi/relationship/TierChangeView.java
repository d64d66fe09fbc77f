package com.heyi.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of a customer's tier.
 *
 * @param id the change
 * @param customerId whose
 * @param customerNumber the number by which people name him
 * @param customerName his name
 * @param kind how it came about
 * @param from code of the tier before, or null
 * @param to code of the tier after
 * @param day the day for which it counts
 * @param figures what decided
 * @param rulesFrom first day of the rules that decided
 * @param until last day of the grace, or of a tier set by hand, else null
 * @param reason why it was set by hand, else null
 * @param changedAt when
 * @param changedBy by whom
 */
public record TierChangeView(
    UUID id,
    UUID customerId,
    String customerNumber,
    String customerName,
    TierChangeKind kind,
    String from,
    String to,
    LocalDate day,
    TierFigures figures,
    LocalDate rulesFrom,
    LocalDate until,
    String reason,
    Instant changedAt,
    String changedBy) {}
