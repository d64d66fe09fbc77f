package com.heyi.complaints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A complaint in a list.
 *
 * @param id the complaint
 * @param version its version
 * @param number the number by which people name it
 * @param status where it stands
 * @param channel the way it came
 * @param product what it is about
 * @param issue what went wrong, or null
 * @param branch the branch it is about, or null
 * @param customerId the customer, or null
 * @param customerNumber his number, or null
 * @param level the level whose authority it needs
 * @param handler account name of who is in charge, or null
 * @param handlerName his name, or null
 * @param receivedAt when it reached the bank
 * @param dueAt first instant that is too late
 * @param dueOn last day that is in time
 * @param daysLeft days from today to that day, negative when it is past; null when no clock runs
 * @param overdue whether an answer is owed and late
 * @param onTime whether all deadlines were met; null while that is open or where a source does not
 *     say
 * @param source who numbers the matter: {@code HEYI} or a body outside
 * @param externalReference that body's number, or null
 */
public record ComplaintRow(
    UUID id,
    int version,
    String number,
    ComplaintStatus status,
    ComplaintChannel channel,
    String product,
    String issue,
    String branch,
    UUID customerId,
    String customerNumber,
    AuthorityLevel level,
    String handler,
    String handlerName,
    Instant receivedAt,
    Instant dueAt,
    LocalDate dueOn,
    Integer daysLeft,
    boolean overdue,
    Boolean onTime,
    String source,
    String externalReference) {}
