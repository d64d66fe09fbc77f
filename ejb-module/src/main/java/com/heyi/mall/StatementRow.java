package com.heyi.mall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of a customer's statement.
 *
 * @param entryId the ledger entry
 * @param record number of the merged record under which it stands, or null for the customer's own
 * @param entryNo its number among the record's entries, from 1 without gaps
 * @param kind what it does
 * @param amount points more (positive) or fewer (negative)
 * @param balanceAfter points in all lots of the record after it
 * @param orderId the order it belongs to, or null
 * @param orderNumber that order's number, or null
 * @param reason why, or null
 * @param effectiveOn the day for which it counts
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 */
public record StatementRow(
    UUID entryId,
    String record,
    long entryNo,
    EntryKind kind,
    long amount,
    long balanceAfter,
    UUID orderId,
    String orderNumber,
    String reason,
    LocalDate effectiveOn,
    Instant recordedAt,
    String recordedBy) {}
