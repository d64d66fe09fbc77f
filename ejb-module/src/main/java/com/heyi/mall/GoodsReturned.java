package com.heyi.mall;

import java.util.UUID;

/**
 * Goods came back and were refunded. Fired in the transaction that did it.
 *
 * @param refundId the refund, as {@link OrderView.Cancellation} shows it
 */
public record GoodsReturned(UUID returnId, UUID refundId, UUID orderId, UUID customerId) {}
