package com.heyi.mall;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * An order as a row of a list.
 *
 * @param id id of the order
 * @param number number by which people name it
 * @param externalRef its number in the system it was taken over from, or null
 * @param customerId whose points paid it
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param branch his home branch when he ordered, or null
 * @param status how far it is cancelled
 * @param stage how far it has come
 * @param total points it cost
 * @param returned points of what was cancelled or came back
 * @param cash money it cost, beside the points
 * @param cashReturned money of what was cancelled or came back
 * @param placedAt when it was placed
 */
public record OrderSummary(
    UUID id,
    String number,
    String externalRef,
    UUID customerId,
    String customerNumber,
    String customerName,
    String branch,
    OrderStatus status,
    OrderStage stage,
    Points total,
    Points returned,
    Money cash,
    Money cashReturned,
    Instant placedAt) {}
