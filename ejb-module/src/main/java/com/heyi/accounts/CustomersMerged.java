package com.heyi.accounts;

import java.util.UUID;

/**
 * A record has turned out to be another customer; told in the transaction that merges the two,
 * which holds both.
 *
 * @param customerId the record
 * @param into whom it points to from now on
 * @param reason why they are one person
 */
public record CustomersMerged(UUID customerId, UUID into, String reason) {}
