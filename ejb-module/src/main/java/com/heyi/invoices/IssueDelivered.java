package com.heyi.invoices;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Begins a batch that makes the invoices for orders that were delivered in a time and have none
 * yet, to persons without a name.
 *
 * @param from first day of delivery, in the bank's zone
 * @param to last day
 */
public record IssueDelivered(@NotNull LocalDate from, @NotNull LocalDate to) {}
