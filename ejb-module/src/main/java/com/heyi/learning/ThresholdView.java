package com.heyi.learning;

import java.time.LocalDate;

/**
 * What a sum of points leads to.
 *
 * @param points the sum
 * @param validFrom from which day on
 * @param consequence what it leads to
 * @param source where that comes from
 * @param setBy who set it
 * @param inForce whether it is the one that holds today
 */
public record ThresholdView(
    int points,
    LocalDate validFrom,
    Consequence consequence,
    String source,
    String setBy,
    boolean inForce) {}
