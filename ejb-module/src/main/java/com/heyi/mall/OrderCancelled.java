package com.heyi.mall;

import java.util.UUID;

/** An order was cancelled, in whole or in part. Fired in the transaction that did it. */
public record OrderCancelled(UUID orderId, UUID cancellationId, UUID customerId) {}
