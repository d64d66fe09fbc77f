package com.heyi.relationship;

/**
 * How often something came of follow-ups in a period.
 *
 * @param reason why the customers were spoken to
 * @param outcome what came of it
 * @param done how often
 * @param late how many of those were done after the day on which they were due
 */
public record FollowUpFigure(
    FollowUpReason reason, FollowUpOutcome outcome, long done, long late) {}
