package com.heyi.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A set of tiers with their rules.
 *
 * @param validFrom its first day
 * @param graceDays how long a tier that is no longer reached is kept
 * @param activityMonths over how many months activity is counted
 * @param pointsMonths over how many months earned points are counted, or null for all
 * @param nearPercent from which share of the next tier on a customer is about to rise
 * @param tiers from the lowest upwards
 * @param source who decided it, or where it stands
 * @param setAt when it was set
 * @param setBy by whom
 * @param inForce whether it holds today
 */
public record TierRulesView(
    LocalDate validFrom,
    int graceDays,
    int activityMonths,
    Integer pointsMonths,
    int nearPercent,
    List<TierRule> tiers,
    String source,
    Instant setAt,
    String setBy,
    boolean inForce) {
  public TierRulesView {
    tiers = List.copyOf(tiers);
  }
}
