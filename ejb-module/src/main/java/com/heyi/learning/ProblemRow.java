package com.heyi.learning;

import java.time.Instant;
import java.util.UUID;

/**
 * A problem in a list.
 *
 * @param id the problem
 * @param number for people
 * @param title what it is
 * @param owner account name of who answers for it
 * @param cause code of its root cause, or null
 * @param status how far it is mended
 * @param cases complaints that belong to it
 * @param openActions actions that are still to be done
 * @param openedAt when it was opened
 * @param closedAt when it was closed, or null
 */
public record ProblemRow(
    UUID id,
    String number,
    String title,
    String owner,
    String cause,
    ProblemStatus status,
    long cases,
    long openActions,
    Instant openedAt,
    Instant closedAt) {}
