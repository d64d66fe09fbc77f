package com.heyi.invoices;

import java.util.UUID;

/**
 * A batch that was begun.
 *
 * @param orders how many orders without an invoice it works off
 * @param run the run that does so, which can be watched, stopped and resumed; null when there is
 *     nothing to do
 */
public record DeliveredQueued(int orders, UUID run) {}
