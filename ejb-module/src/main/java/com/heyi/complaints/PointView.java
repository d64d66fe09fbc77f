package com.heyi.complaints;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a complainant raises.
 *
 * @param id names it
 * @param seq its place in the list, from 1
 * @param raised what he raises, or null when the texts were erased
 * @param raisedBy who took it down
 * @param raisedAt when
 * @param reply what the answer says to it, or null while nothing does
 * @param repliedBy who wrote that, or null
 * @param repliedAt when, or null
 * @param version version of it
 */
public record PointView(
    UUID id,
    int seq,
    String raised,
    String raisedBy,
    Instant raisedAt,
    String reply,
    String repliedBy,
    Instant repliedAt,
    int version) {}
