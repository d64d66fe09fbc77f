package com.heyi.relationship.internal;

import com.heyi.relationship.TierDemand;
import com.heyi.relationship.TierFigures;
import com.heyi.relationship.TierMissing;
import com.heyi.relationship.TierRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A threshold is reached by as much as it says: exactly at it is enough. */
final class ATierIsReachedByItsThresholds {
  private static final int ALL = 100;

  private ATierIsReachedByItsThresholds() {}

  static boolean holdsFor(TierRule tier, TierFigures figures) {
    if (tier.asksNothing()) {
      return true;
    }
    List<Boolean> reached = new ArrayList<>();
    if (tier.assets() != null) {
      reached.add(figures.assets().compareTo(tier.assets()) >= 0);
    }
    if (tier.activity() != null) {
      reached.add(figures.activity() >= tier.activity());
    }
    if (tier.points() != null) {
      reached.add(figures.points().compareTo(tier.points()) >= 0);
    }
    return tier.demands() == TierDemand.ANY ? reached.contains(true) : !reached.contains(false);
  }

  /** How much of the tier is reached, 0 to 100; less than 100 while it is not reached. */
  static int percent(TierRule tier, TierFigures figures) {
    List<Integer> shares = new ArrayList<>();
    if (tier.assets() != null) {
      shares.add(share(figures.assets().amount(), tier.assets().amount()));
    }
    if (tier.activity() != null) {
      shares.add(share(whole(figures.activity()), whole(tier.activity())));
    }
    if (tier.points() != null) {
      shares.add(share(whole(figures.points().amount()), whole(tier.points().amount())));
    }
    return tier.demands() == TierDemand.ANY
        ? shares.stream().mapToInt(share -> share).max().orElse(ALL)
        : shares.stream().mapToInt(share -> share).min().orElse(ALL);
  }

  /** What is missing up to each threshold that is not reached. */
  static TierMissing missing(TierRule tier, TierFigures figures) {
    return new TierMissing(
        tier.assets() == null || figures.assets().compareTo(tier.assets()) >= 0
            ? null
            : tier.assets().minus(figures.assets()),
        tier.activity() == null || figures.activity() >= tier.activity()
            ? null
            : Long.valueOf(tier.activity() - figures.activity()),
        tier.points() == null || figures.points().compareTo(tier.points()) >= 0
            ? null
            : tier.points().minus(figures.points()));
  }

  private static BigDecimal whole(long number) {
    return new BigDecimal(BigInteger.valueOf(number));
  }

  private static int share(BigDecimal have, BigDecimal wanted) {
    return have.compareTo(wanted) >= 0
        ? ALL
        : have.multiply(BigDecimal.valueOf(ALL)).divide(wanted, 0, RoundingMode.DOWN).intValue();
  }
}
