package com.heyi.relationship.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.TierChangeKind;
import com.heyi.relationship.TierDemand;
import com.heyi.relationship.TierFigures;
import com.heyi.relationship.TierRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A customer is placed by his figures, kept for a time when he falls, and told when he rises. */
class PlacementTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final TierRule ORDINARY = tier("ORDINARY", 0, TierDemand.ANY, null, null, null);
  private static final TierRule GOLD = tier("GOLD", 1, TierDemand.ANY, "50000.00", 60L, 5000L);
  private static final TierRule PLATINUM =
      tier("PLATINUM", 2, TierDemand.ALL, "500000.00", 60L, null);
  private static final TierSet RULES = rules(30, ORDINARY, GOLD, PLATINUM);

  @Test
  void exactlyAtTheThresholdIsReachedAndAFenBelowIsNot() {
    assertThat(reached("50000.00", 0, 0)).isEqualTo("GOLD");
    assertThat(reached("49999.99", 59, 4999)).isEqualTo("ORDINARY");
    assertThat(reached("0.00", 60, 0)).isEqualTo("GOLD");
    assertThat(reached("0.00", 0, 5000)).isEqualTo("GOLD");
  }

  @Test
  void aTierThatDemandsAllIsNotReachedByOne() {
    assertThat(reached("9000000.00", 59, 0)).isEqualTo("GOLD");
    assertThat(reached("500000.00", 60, 0)).isEqualTo("PLATINUM");
  }

  @Test
  void whoFallsKeepsHisTierThroughTheLastDayOfTheGraceAndLosesItAtMidnight() {
    Placement gold = new Placement("GOLD", DAY.minusYears(1), "GOLD", null, null);

    Placement.Decision first = gold.decide(RULES, figures("0.00", 0, 0), DAY);

    assertThat(first.kind()).isEqualTo(TierChangeKind.GRACE);
    assertThat(first.until()).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(first.after().tier()).isEqualTo("GOLD");
    Placement.Decision last =
        first.after().decide(RULES, figures("0.00", 0, 0), LocalDate.of(2026, 3, 31));
    assertThat(last.changed()).isEmpty();
    assertThat(last.after().tier()).isEqualTo("GOLD");
    Placement.Decision over =
        last.after().decide(RULES, figures("0.00", 0, 0), LocalDate.of(2026, 4, 1));
    assertThat(over.kind()).isEqualTo(TierChangeKind.FALL);
    assertThat(over.after().tier()).isEqualTo("ORDINARY");
    assertThat(over.after().since()).isEqualTo(LocalDate.of(2026, 4, 1));
  }

  @Test
  void whoReachesHisTierAgainInTheGraceKeepsItSinceTheOldDay() {
    Placement grace = new Placement("GOLD", DAY.minusYears(1), "ORDINARY", DAY.plusDays(5), null);

    Placement.Decision decision = grace.decide(RULES, figures("50000.00", 0, 0), DAY);

    assertThat(decision.kind()).isEqualTo(TierChangeKind.GRACE_LIFTED);
    assertThat(decision.after().since()).isEqualTo(DAY.minusYears(1));
    assertThat(decision.after().graceUntil()).isNull();
  }

  @Test
  void withoutGraceHeFallsAtOnce() {
    Placement gold = new Placement("GOLD", DAY, "GOLD", null, null);

    Placement.Decision decision =
        gold.decide(rules(0, ORDINARY, GOLD), figures("0.00", 0, 0), DAY.plusDays(1));

    assertThat(decision.kind()).isEqualTo(TierChangeKind.FALL);
  }

  @Test
  void aTierSetByHandHoldsThroughItsLastDayWhateverTheFiguresSay() {
    Placement byHand = new Placement("PLATINUM", DAY, "ORDINARY", null, DAY.plusDays(10));

    assertThat(byHand.decide(RULES, figures("0.00", 0, 0), DAY.plusDays(10)).after().tier())
        .isEqualTo("PLATINUM");
    Placement.Decision over = byHand.decide(RULES, figures("0.00", 60, 0), DAY.plusDays(11));

    assertThat(over.kind()).isEqualTo(TierChangeKind.HAND_ENDED);
    assertThat(over.after().tier()).isEqualTo("GOLD");
    assertThat(over.after().graceUntil()).isNull();
  }

  @Test
  void whoseTierIsNoLongerAmongTheTiersGoesWhereHisFiguresLead() {
    Placement gone = new Placement("SILVER", DAY, "SILVER", null, null);

    Placement.Decision decision = gone.decide(RULES, figures("50000.00", 0, 0), DAY);

    assertThat(decision.kind()).isEqualTo(TierChangeKind.RULES);
    assertThat(decision.after().tier()).isEqualTo("GOLD");
  }

  @Test
  void theWindowOfALeapDayAndOfAMonthEndBeginsOnADayThatExists() {
    assertThat(RULES.activityFrom(LocalDate.of(2028, 2, 29))).isEqualTo("2027-02-28");
    TierSet oneMonth = new TierSet(DAY, 30, 1, 1, 80, List.of(ORDINARY, GOLD));
    assertThat(oneMonth.activityFrom(LocalDate.of(2026, 3, 31))).isEqualTo("2026-02-28");
    assertThat(oneMonth.pointsFrom(LocalDate.of(2028, 3, 31))).isEqualTo("2028-02-29");
  }

  @Test
  void whatIsMissingIsToldForEachThresholdThatIsNotReached() {
    var missing = ATierIsReachedByItsThresholds.missing(GOLD, figures("49999.99", 60, 1));

    assertThat(missing.assets()).isEqualTo(Money.cny("0.01"));
    assertThat(missing.activity()).isNull();
    assertThat(missing.points()).isEqualTo(Points.of(4999));
  }

  @Property
  void lessThanAllIsToldExactlyWhileATierIsNotReached(
      @ForAll @LongRange(min = 0, max = 120) long activity,
      @ForAll @LongRange(min = 0, max = 10_000) long points,
      @ForAll @LongRange(min = 0, max = 100_000) long yuan) {
    TierFigures figures = figures(yuan + ".00", activity, points);
    for (TierRule tier : List.of(GOLD, PLATINUM)) {
      int percent = ATierIsReachedByItsThresholds.percent(tier, figures);
      assertThat(percent).isBetween(0, 100);
      assertThat(percent == 100).isEqualTo(ATierIsReachedByItsThresholds.holdsFor(tier, figures));
    }
  }

  @Property
  void placingTwiceWithTheSameFiguresChangesNothingTheSecondTime(
      @ForAll @LongRange(min = 0, max = 120) long activity,
      @ForAll @LongRange(min = 0, max = 1_000_000) long yuan) {
    TierFigures figures = figures(yuan + ".00", activity, 0);
    Placement before = new Placement("GOLD", DAY, "GOLD", null, null);

    Placement once = before.decide(RULES, figures, DAY).after();

    assertThat(once.decide(RULES, figures, DAY).changed()).isEmpty();
    assertThat(once.decide(RULES, figures, DAY).after()).isEqualTo(once);
  }

  @Test
  void tiersThatDoNotStandOnEachOtherAreRefused() {
    TierRule cheapGold = tier("PLATINUM", 2, TierDemand.ANY, "49999.99", null, null);
    assertRefused(RelationshipError.THRESHOLDS_FALL, ORDINARY, GOLD, cheapGold);
    assertRefused(
        RelationshipError.RANKS, ORDINARY, tier("A", 2, TierDemand.ANY, "1.00", null, null));
    assertRefused(
        RelationshipError.RANKS, ORDINARY, tier("ORDINARY", 1, TierDemand.ANY, "1.00", null, null));
    assertRefused(
        RelationshipError.ASKS_NOTHING, ORDINARY, tier("A", 1, TierDemand.ANY, null, null, null));
    assertRefused(RelationshipError.ASKS_NOTHING, tier("A", 0, TierDemand.ANY, "1.00", null, null));
    assertRefused(
        RelationshipError.THRESHOLD, ORDINARY, tier("A", 1, TierDemand.ANY, "0.00", null, null));
    TiersStandOnEachOther.check(RULES);
  }

  private static void assertRefused(RelationshipError error, TierRule... tiers) {
    assertThatThrownBy(() -> TiersStandOnEachOther.check(rules(30, tiers)))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo(error.code()));
  }

  private static String reached(String assets, long activity, long points) {
    return RULES.reachedBy(figures(assets, activity, points)).code();
  }

  private static TierFigures figures(String assets, long activity, long points) {
    return new TierFigures(Money.cny(assets), activity, Points.of(points));
  }

  private static TierSet rules(int graceDays, TierRule... tiers) {
    return new TierSet(LocalDate.of(2020, 1, 1), graceDays, 12, null, 80, List.of(tiers));
  }

  private static TierRule tier(
      String code, int rank, TierDemand demands, String assets, Long activity, Long points) {
    return new TierRule(
        code,
        rank,
        code,
        code,
        code,
        demands,
        assets == null ? null : Money.cny(assets),
        activity,
        points == null ? null : Points.of(points));
  }
}
