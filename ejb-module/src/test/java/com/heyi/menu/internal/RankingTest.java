package com.heyi.menu.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final List<String> OFFERED = List.of("A", "B", "C");

  @Test
  void whatNobodyUsedStandsByItsCodeAndForNoReason() {
    List<Ranking.Ranked> order = Ranking.of(List.of("C", "A", "B"), Map.of(), Level::strength, 0.1);

    assertThat(order).extracting(Ranking.Ranked::function).containsExactly("A", "B", "C");
    assertThat(order).extracting(Ranking.Ranked::perMille).containsOnly(333);
    assertThat(order).extracting(Ranking.Ranked::from).containsOnly(Optional.empty());
  }

  @Test
  void theEstimateIsThePosteriorMeanUnderADirichletPrior() {
    List<Ranking.Ranked> order =
        Ranking.of(
            OFFERED,
            Map.of(Level.EVERYBODY, Map.of("A", 6.0, "B", 3.0), Level.OWN, Map.of("C", 4.0)),
            level -> 3,
            0.1);

    // Everybody: (6 + 3/3) / 12, (3 + 1) / 12, 1 / 12; then his own four uses of C, worth 4 in 7.
    assertThat(order).extracting(Ranking.Ranked::function).containsExactly("C", "A", "B");
    assertThat(order).extracting(Ranking.Ranked::perMille).containsExactly(607, 250, 143);
    assertThat(order.get(0).from()).contains(Level.OWN);
    assertThat(order.get(1).from()).contains(Level.EVERYBODY);
  }

  @Test
  void whatLiesAroundTheDayMoreThanEvenlyRisesAndTheRestFalls() {
    Map<String, Double> own = Map.of("A", 10.0, "B", 10.0);
    Map<Level, Map<String, Double>> onHisDay =
        Map.of(Level.OWN_HERE, own, Level.OWN_NOW, Map.of("B", 5.0, "A", 1.0));

    List<Ranking.Ranked> order = Ranking.of(List.of("A", "B"), onHisDay, level -> 3, 0.1);

    // Half each; B by (5 + 3) / (1 + 3), A as expected: 2 of 3 and 1 of 3.
    assertThat(order).extracting(Ranking.Ranked::function).containsExactly("B", "A");
    assertThat(order).extracting(Ranking.Ranked::perMille).containsExactly(667, 333);
    Map<Level, Map<String, Double>> evenly =
        Map.of(Level.OWN_HERE, own, Level.OWN_NOW, Map.of("A", 1.0, "B", 1.0));
    assertThat(Ranking.of(List.of("A", "B"), evenly, level -> 3, 0.1))
        .extracting(Ranking.Ranked::perMille)
        .containsExactly(500, 500);
  }

  @Test
  void theMoreOfHisOwnIsKnownTheLessOthersMatter() {
    Map<String, Double> everybody = Map.of("A", 1_000_000.0);
    assertThat(first(everybody, Map.of("B", 0.5))).isEqualTo("A");
    assertThat(first(everybody, Map.of("B", 50.0))).isEqualTo("B");
  }

  private static String first(Map<String, Double> everybody, Map<String, Double> own) {
    return Ranking.of(
            OFFERED, Map.of(Level.EVERYBODY, everybody, Level.OWN, own), Level::strength, 0.1)
        .get(0)
        .function();
  }

  @Test
  void whatIsNotOfferedTakesNoPartAndNoPlace() {
    assertThat(
            Ranking.of(List.of("A"), Map.of(Level.OWN, Map.of("GONE", 99.0)), Level::strength, 0.1))
        .containsExactly(new Ranking.Ranked("A", 1000, Optional.empty()));
    assertThat(Ranking.of(List.of(), Map.of(), Level::strength, 0.1)).isEmpty();
  }

  @Property
  void theSameCountsGiveTheSameOrderAndAddUpToOne(
      @ForAll @Size(6) List<@DoubleRange(min = 0, max = 1e9) Double> counts, @ForAll long seed) {
    List<String> functions = new ArrayList<>(OFFERED);
    Map<String, Double> own = new HashMap<>();
    Map<String, Double> all = new HashMap<>();
    for (int i = 0; i < OFFERED.size(); i++) {
      own.put(OFFERED.get(i), counts.get(i));
      all.put(OFFERED.get(i), counts.get(i + OFFERED.size()));
    }
    Map<Level, Map<String, Double>> known = Map.of(Level.OWN_HERE, own, Level.SEGMENT, all);
    List<Ranking.Ranked> order = Ranking.of(functions, known, Level::strength, 0.1);
    Collections.shuffle(functions, new Random(seed));

    assertThat(Ranking.of(functions, known, Level::strength, 0.1)).isEqualTo(order);
    assertThat(order.stream().mapToInt(Ranking.Ranked::perMille).sum()).isBetween(998, 1002);
  }

  @Test
  void aUseCountsHalfAfterAHalfLifeInWhateverOrderUsesCome() {
    Instant use = Instant.parse("2026-02-10T00:00:00Z");
    Instant later = use.plus(Recency.HALF_LIFE);
    assertThat(Recency.weight(use) / Recency.weight(later)).isCloseTo(0.5, within(1e-9));
    assertThat(Recency.weight(use.plus(Duration.ofDays(365 * 200L)))).isFinite();
  }

  @Test
  void agesFallIntoBands() {
    assertThat(List.of(0, 17, 18, 24, 25, 64, 65, 110).stream().map(Segments::band))
        .containsExactly("0", "0", "18", "18", "25", "55", "65", "65");
  }
}
