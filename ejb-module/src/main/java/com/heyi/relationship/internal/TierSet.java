package com.heyi.relationship.internal;

import com.heyi.relationship.TierFigures;
import com.heyi.relationship.TierRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tiers with their rules as they hold from a day on.
 *
 * @param validFrom their first day
 * @param graceDays how long a tier that is no longer reached is kept
 * @param activityMonths over how many months activity is counted
 * @param pointsMonths over how many months earned points are counted, or null for all
 * @param nearPercent from which share of the next tier on a customer is about to rise
 * @param tiers from the lowest upwards; the first asks nothing
 */
record TierSet(
    LocalDate validFrom,
    int graceDays,
    int activityMonths,
    Integer pointsMonths,
    int nearPercent,
    List<TierRule> tiers) {
  TierSet {
    tiers = tiers.stream().sorted(Comparator.comparingInt(TierRule::rank)).toList();
  }

  /** The highest tier that these figures reach. */
  TierRule reachedBy(TierFigures figures) {
    TierRule reached = tiers.get(0);
    for (TierRule tier : tiers) {
      if (ATierIsReachedByItsThresholds.holdsFor(tier, figures)) {
        reached = tier;
      }
    }
    return reached;
  }

  /** The tier with this code, or empty when it is no longer among them. */
  Optional<TierRule> find(String code) {
    return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
  }

  /** The tier above the one with this code, or empty above the highest. */
  Optional<TierRule> findAbove(String code) {
    return find(code).flatMap(tier -> tiers.stream().skip(tier.rank() + 1L).findFirst());
  }

  /** How much of the tier above a tier is reached, 0 to 100; 100 when there is none. */
  int percentToTheNext(String code, TierFigures figures) {
    return findAbove(code)
        .map(above -> ATierIsReachedByItsThresholds.percent(above, figures))
        .orElse(100);
  }

  /** First day on which activity counts for somebody who is placed for this day. */
  LocalDate activityFrom(LocalDate day) {
    return day.minusMonths(activityMonths);
  }

  /** First day on which earned points count, or null for all. */
  LocalDate pointsFrom(LocalDate day) {
    return pointsMonths == null ? null : day.minusMonths(pointsMonths);
  }
}
