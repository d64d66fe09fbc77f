package com.heyi.relationship;

import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * From how much on in a day a manager is alerted.
 *
 * @param direction whether it comes or goes
 * @param tier code of the tier, or null for every tier without a threshold of its own
 * @param validFrom its first day
 * @param amount CNY, or null for no alert
 * @param source who decided it, or where it stands
 * @param setAt when it was set
 * @param setBy by whom
 * @param inForce whether it holds today
 */
public record FlowThresholdView(
    FlowDirection direction,
    String tier,
    LocalDate validFrom,
    Money amount,
    String source,
    Instant setAt,
    String setBy,
    boolean inForce) {}
