package com.heyi.mall;

import java.util.UUID;

/** An order was placed. Fired in the transaction that did it. */
public record OrderPlaced(UUID orderId, UUID customerId) {}
