package com.heyi.mall;

import java.time.Instant;
import java.util.UUID;

/**
 * A return as a row of a list.
 *
 * @param id id of the return
 * @param number number by which people name it
 * @param orderId the order whose goods come back
 * @param orderNumber that order's number
 * @param customerId whose order
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param branch his home branch when he ordered, or null
 * @param status where it is
 * @param requestedAt when it was asked for
 */
public record ReturnSummary(
    UUID id,
    String number,
    UUID orderId,
    String orderNumber,
    UUID customerId,
    String customerNumber,
    String customerName,
    String branch,
    ReturnStatus status,
    Instant requestedAt) {}
