package com.heyi.mall;

import java.util.UUID;

/**
 * An order came to another stage: confirmed, packed, shipped, delivered, cancelled as a whole,
 * returned as a whole. Fired in the transaction that did it.
 */
public record OrderMoved(UUID orderId, UUID customerId, OrderStage stage) {}
