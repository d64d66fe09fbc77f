package com.heyi.mall;

import java.util.UUID;

/** A customer was given points. Fired in the transaction that did it. */
public record PointsGranted(UUID entryId, UUID customerId) {}
