package com.heyi.deposits;

import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money has moved on an account; told in the transaction that books it, so whoever writes it down
 * there loses none and has none twice.
 *
 * @param movementId the movement
 * @param accountId the account
 * @param customerId whose account it is
 * @param otherCustomerId whose account here is on the other side, or null
 * @param amount positive into the account, negative out of it
 * @param reverses the movement that it takes back, or null
 * @param bookedOn the bank's day on which it counts
 * @param bookedAt when it was booked
 */
public record MovementBooked(
    UUID movementId,
    UUID accountId,
    UUID customerId,
    UUID otherCustomerId,
    Money amount,
    UUID reverses,
    LocalDate bookedOn,
    Instant bookedAt) {}
