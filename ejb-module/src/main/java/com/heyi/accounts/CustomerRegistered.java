package com.heyi.accounts;

import java.util.UUID;

/** A customer has come into the register, by registration or taken over from an old app. */
public record CustomerRegistered(UUID customerId) {}
