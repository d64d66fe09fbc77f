package com.heyi.complaints;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A complaint's deadline is near, or has come. Sent once for each of the configured points.
 *
 * @param complaintId the complaint
 * @param kind the deadline
 * @param dueOn its last day
 * @param daysBefore how many days before the end the point lies; 0: the deadline has passed
 * @param movedUp whether the case was moved up a level
 */
public record DeadlineNear(
    UUID complaintId, ClockKind kind, LocalDate dueOn, int daysBefore, boolean movedUp) {}
