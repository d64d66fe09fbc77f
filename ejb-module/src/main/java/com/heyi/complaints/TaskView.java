package com.heyi.complaints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a department or a branch is asked to do for a case.
 *
 * @param id names it
 * @param complaintId the complaint
 * @param number the complaint's number
 * @param department who is asked
 * @param branch code of the branch that is asked, or null
 * @param owner account name of who answers for it, or null
 * @param ask what is asked, or null when the texts were erased
 * @param dueOn the last day
 * @param overdue whether it is late
 * @param askedBy who asked
 * @param askedAt when
 * @param answer what came back, or null
 * @param doneBy who answered, or null
 * @param doneAt when, or null while it is open
 * @param version version of it
 */
public record TaskView(
    UUID id,
    UUID complaintId,
    String number,
    String department,
    String branch,
    String owner,
    String ask,
    LocalDate dueOn,
    boolean overdue,
    String askedBy,
    Instant askedAt,
    String answer,
    String doneBy,
    Instant doneAt,
    int version) {}
