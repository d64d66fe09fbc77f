package com.heyi.relationship;

import java.time.YearMonth;
import java.util.UUID;

/**
 * A customer behind a figure of the funnel.
 *
 * @param customerId the customer
 * @param customerNumber the number by which people name him
 * @param customerName his name
 * @param cohort the month in which he came
 * @param lastActive the last month up to the one asked for in which he did something, or in which
 *     he came
 */
public record FunnelCustomer(
    UUID customerId,
    String customerNumber,
    String customerName,
    YearMonth cohort,
    YearMonth lastActive) {}
