package com.heyi.complaints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a department or a branch is asked to do for a case, or a call that somebody was promised.
 *
 * @param id names it
 * @param complaintId the complaint
 * @param number the complaint's number
 * @param kind what kind of task it is
 * @param department who is asked, or null for a call
 * @param branch code of the branch that is asked or calls, or null
 * @param owner account name of who answers for it, or null; a call without one is for whoever is in
 *     charge of the case
 * @param ask what is asked or to be said, or null when nothing was noted or the texts were erased
 * @param dueOn the last day; of a call its day in the bank's zone
 * @param callAt when the call was promised for, or null when it is none
 * @param overdue whether it is late
 * @param askedBy who asked, or promised it
 * @param askedAt when
 * @param answer what came back or was said, or null
 * @param outcome what came of the call, or null when it is none or is open
 * @param doneBy who answered or called, or null
 * @param doneAt when, or null while it is open
 * @param version version of it
 */
public record TaskView(
    UUID id,
    UUID complaintId,
    String number,
    TaskKind kind,
    String department,
    String branch,
    String owner,
    String ask,
    LocalDate dueOn,
    Instant callAt,
    boolean overdue,
    String askedBy,
    Instant askedAt,
    String answer,
    CallOutcome outcome,
    String doneBy,
    Instant doneAt,
    int version) {}
