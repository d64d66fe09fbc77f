package com.heyi.accounts;

import java.util.UUID;

/** An app's customer has been found to be this one. */
public record IdentityLinked(UUID customerId, String app, String externalId) {}
