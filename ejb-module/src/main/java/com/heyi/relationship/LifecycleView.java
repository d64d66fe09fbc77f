package com.heyi.relationship;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What dormant and lost mean.
 *
 * @param validFrom for months that end on this day or later
 * @param dormantAfter from how many months without anything on a customer is dormant
 * @param lostAfter from how many on he is lost
 * @param source who decided it, or where it stands
 * @param setAt when it was set
 * @param setBy by whom
 * @param inForce whether it holds for this month
 */
public record LifecycleView(
    LocalDate validFrom,
    int dormantAfter,
    int lostAfter,
    String source,
    Instant setAt,
    String setBy,
    boolean inForce) {}
