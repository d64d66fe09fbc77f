package com.heyi.accounts;

import java.util.UUID;

/**
 * A record stands for itself again; told in the transaction that parts the two.
 *
 * @param customerId the record
 * @param from whom it pointed to
 * @param reason why they were parted
 */
public record CustomerUnmerged(UUID customerId, UUID from, String reason) {}
