package com.heyi.invoices;

/**
 * What a batch made.
 *
 * @param issued how many invoices
 * @param more whether there are orders left for a further batch: too many for one, or in others'
 *     hands just now
 */
public record DeliveredIssued(int issued, boolean more) {}
