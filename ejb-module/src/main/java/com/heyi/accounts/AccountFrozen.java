package com.heyi.accounts;

import java.util.UUID;

/**
 * An account is being frozen, in the running transaction. Whoever pays out of accounts waits here
 * for what is on its way, so that nothing goes out after the freeze is confirmed.
 */
public record AccountFrozen(UUID accountId) {}
