package com.heyi.relationship.internal;

import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.TierRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ranks begin with 0 and have no gap; only the lowest tier asks nothing; of the same kind of figure
 * a higher tier never asks for less than a lower one.
 */
final class TiersStandOnEachOther {
  private TiersStandOnEachOther() {}

  /**
   * @throws HeyiException {@link RelationshipError#RANKS}, {@link RelationshipError#ASKS_NOTHING},
   *     {@link RelationshipError#THRESHOLD}, {@link RelationshipError#THRESHOLDS_FALL}
   */
  static void check(TierSet set) {
    List<TierRule> tiers = set.tiers();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < tiers.size(); i++) {
      TierRule tier = tiers.get(i);
      if (tier.rank() != i || !codes.add(tier.code())) {
        throw new HeyiException(RelationshipError.RANKS);
      }
      if (tier.asksNothing() != (i == 0)) {
        throw new HeyiException(RelationshipError.ASKS_NOTHING, tier.code());
      }
      if (!isSomething(tier)) {
        throw new HeyiException(RelationshipError.THRESHOLD, tier.code());
      }
      for (TierRule lower : tiers.subList(0, i)) {
        if (asksForLess(tier, lower)) {
          throw new HeyiException(RelationshipError.THRESHOLDS_FALL, lower.code(), tier.code());
        }
      }
    }
  }

  private static boolean isSomething(TierRule tier) {
    Money assets = tier.assets();
    boolean money =
        assets == null
            || assets.currency().equals(Money.CNY) && !assets.isNegative() && !assets.isZero();
    return money
        && (tier.activity() == null || tier.activity() > 0)
        && (tier.points() == null || tier.points().amount() > 0);
  }

  private static boolean asksForLess(TierRule higher, TierRule lower) {
    return isLess(higher.assets(), lower.assets())
        || isLess(higher.activity(), lower.activity())
        || isLess(higher.points(), lower.points());
  }

  private static <T extends Comparable<? super T>> boolean isLess(T higher, T lower) {
    return higher != null && lower != null && higher.compareTo(lower) < 0;
  }
}
