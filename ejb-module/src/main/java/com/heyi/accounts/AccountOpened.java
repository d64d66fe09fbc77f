package com.heyi.accounts;

import java.util.UUID;

/** A customer has a further account. */
public record AccountOpened(UUID accountId, UUID customerId) {}
