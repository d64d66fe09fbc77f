package com.heyi.giftcards;

import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A movement as one card's statement shows it.
 *
 * @param entryId the entry of the ledger
 * @param seq number of the line, from 1
 * @param kind why
 * @param amount positive onto the card, negative off it
 * @param balanceAfter what was left on the card then
 * @param bookedOn the bank's day
 * @param bookedAt when
 * @param bookedBy who booked it
 */
public record CardMovementView(
    UUID entryId,
    long seq,
    CardEntryKind kind,
    Money amount,
    Money balanceAfter,
    LocalDate bookedOn,
    Instant bookedAt,
    String bookedBy) {}
