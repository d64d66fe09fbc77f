package com.heyi.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What came of a follow-up, one of the times that it was done.
 *
 * @param customerId whom it was about
 * @param outcome what came of it
 * @param note more about it, or null; {@code —} when it was let go
 * @param openedAt since when the reason had held
 * @param dueOn until when it was due
 * @param doneAt when it was done
 * @param doneBy by whom
 */
public record FollowUpResult(
    UUID customerId,
    FollowUpOutcome outcome,
    String note,
    Instant openedAt,
    LocalDate dueOn,
    Instant doneAt,
    String doneBy) {}
