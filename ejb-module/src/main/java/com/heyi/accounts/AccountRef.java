package com.heyi.accounts;

import java.util.UUID;

/**
 * What other modules need to know of an account.
 *
 * @param id the account
 * @param number the number by which people name it
 * @param customerId whose it is
 * @param type its type
 * @param status whether it can be used
 */
public record AccountRef(
    UUID id, String number, UUID customerId, AccountType type, AccountStatus status) {}
