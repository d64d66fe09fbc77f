package com.heyi.learning;

import java.time.LocalDate;

/**
 * How many points a violation gives.
 *
 * @param code names the violation
 * @param validFrom from which day on
 * @param name in the bank's words
 * @param points how many
 * @param lapseMonths after how many months they lapse
 * @param source where that comes from
 * @param setBy who set it
 * @param inForce whether it is the one that holds today
 */
public record ViolationRuleView(
    String code,
    LocalDate validFrom,
    String name,
    int points,
    int lapseMonths,
    String source,
    String setBy,
    boolean inForce) {}
