package com.heyi.complaints;

import java.time.Instant;
import java.util.UUID;

/**
 * A suggestion or praise in a list.
 *
 * @param id the remark
 * @param number its receipt number
 * @param kind which
 * @param status where it stands
 * @param channel the way it came
 * @param branch the branch it is about, or null
 * @param customerId the customer, or null
 * @param product what it is about, or null
 * @param staff account name of who is praised, or null
 * @param department whose it is, or null before it was passed on
 * @param receivedAt when it reached the bank
 * @param version for the next change
 */
public record RemarkRow(
    UUID id,
    String number,
    RemarkKind kind,
    RemarkStatus status,
    ComplaintChannel channel,
    String branch,
    UUID customerId,
    String product,
    String staff,
    String department,
    Instant receivedAt,
    int version) {}
