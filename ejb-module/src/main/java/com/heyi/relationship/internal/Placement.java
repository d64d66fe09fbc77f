package com.heyi.relationship.internal;

import com.heyi.relationship.TierChangeKind;
import com.heyi.relationship.TierFigures;
import com.heyi.relationship.TierRule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * In which tier a customer is, and why.
 *
 * @param tier code of his tier
 * @param since from which day on
 * @param earned code of the tier that his figures reach
 * @param graceUntil last day on which he keeps a tier that he no longer reaches, or null
 * @param handUntil last day of a tier set by hand, or null
 */
record Placement(
    String tier, LocalDate since, String earned, LocalDate graceUntil, LocalDate handUntil) {

  /**
   * What an evaluation comes to.
   *
   * @param after where he is now
   * @param kind what changed, or null when nothing did
   * @param until last day of a grace that began, else null
   */
  record Decision(Placement after, TierChangeKind kind, LocalDate until) {
    Optional<TierChangeKind> changed() {
      return Optional.ofNullable(kind);
    }
  }

  /** Somebody who is placed for the first time. */
  static Decision first(TierSet rules, TierFigures figures, LocalDate day) {
    String reached = rules.reachedBy(figures).code();
    return new Decision(
        new Placement(reached, day, reached, null, null), TierChangeKind.FIRST, null);
  }

  /**
   * Places him anew.
   *
   * @param day the day for which; a last day before it is over
   */
  Decision decide(TierSet rules, TierFigures figures, LocalDate day) {
    TierRule reached = rules.reachedBy(figures);
    Optional<TierRule> has = rules.find(tier);
    if (handUntil != null && !day.isAfter(handUntil) && has.isPresent()) {
      return stays(new Placement(tier, since, reached.code(), null, handUntil));
    }
    if (handUntil != null && has.isPresent()) {
      return moves(reached, day, TierChangeKind.HAND_ENDED);
    }
    if (has.isEmpty()) {
      return moves(reached, day, TierChangeKind.RULES);
    }
    if (reached.rank() > has.get().rank()) {
      return moves(reached, day, TierChangeKind.RISE);
    }
    if (reached.rank() == has.get().rank()) {
      Placement safe = new Placement(tier, since, tier, null, null);
      return graceUntil == null
          ? stays(safe)
          : new Decision(safe, TierChangeKind.GRACE_LIFTED, null);
    }
    if (graceUntil == null && rules.graceDays() > 0) {
      LocalDate until = day.plusDays(rules.graceDays() - 1L);
      return new Decision(
          new Placement(tier, since, reached.code(), until, null), TierChangeKind.GRACE, until);
    }
    return graceUntil == null || day.isAfter(graceUntil)
        ? moves(reached, day, TierChangeKind.FALL)
        : stays(new Placement(tier, since, reached.code(), graceUntil, null));
  }

  private static Decision stays(Placement same) {
    return new Decision(same, null, null);
  }

  private Decision moves(TierRule to, LocalDate day, TierChangeKind kind) {
    LocalDate from = to.code().equals(tier) ? since : day;
    return new Decision(new Placement(to.code(), from, to.code(), null, null), kind, null);
  }
}
