package com.heyi.complaints;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a complaint stands, for whoever has its receipt: nothing of it tells about a person.
 *
 * @param number the receipt number
 * @param status where it stands
 * @param receivedAt since when
 * @param dueOn the last day for the answer; null when none is owed
 * @param answeredAt when it was answered, or null
 * @param closedAt when it was closed, or null
 * @param joinedTo number of the case that it is dealt with in, or null
 */
public record ProgressView(
    String number,
    ComplaintStatus status,
    Instant receivedAt,
    LocalDate dueOn,
    Instant answeredAt,
    Instant closedAt,
    String joinedTo) {}
