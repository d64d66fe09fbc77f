package com.heyi.complaints;

import java.time.Instant;
import java.util.UUID;

/**
 * A complaint as other modules know it: nothing of what was said in it.
 *
 * @param id the complaint
 * @param number its receipt number
 * @param status where it stands
 * @param customerId the customer, or null
 * @param branch the branch it is about, or null
 * @param channel by which way it came in
 * @param product what it is about
 * @param issue what went wrong, or null
 * @param cause why it arose, or null before the analysis
 * @param business the business that it is about (facet B), or null before the analysis
 * @param level the level that it needs
 * @param handler account name of who is in charge, or null
 * @param receivedAt when it came in
 * @param closedAt when it ended, or null
 * @param heldToAccount whether it was said who answers for it
 */
public record CaseRef(
    UUID id,
    String number,
    ComplaintStatus status,
    UUID customerId,
    String branch,
    ComplaintChannel channel,
    String product,
    String issue,
    ComplaintCause cause,
    String business,
    AuthorityLevel level,
    String handler,
    Instant receivedAt,
    Instant closedAt,
    boolean heldToAccount) {}
