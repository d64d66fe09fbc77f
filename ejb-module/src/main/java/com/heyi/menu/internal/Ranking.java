package com.heyi.menu.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Orders functions by how likely a customer needs each next, from broad to narrow. The counts of a
 * level are mixed with the estimate of the level before, which weighs as much as the level's
 * strength in uses: the posterior mean under a Dirichlet prior, {@code p = (count + k * broader) /
 * (total + k)}. Where nothing is counted the broader estimate stands; the more is counted, the less
 * it matters.
 *
 * <p>What is used around this day of the month is compared with what would be used then if all days
 * were alike: the estimate grows or shrinks by {@code (counted + k) / (expected + k)}, the
 * posterior mean of a Poisson rate's ratio under a Gamma prior around 1. Who has no days of his own
 * keeps his order.
 *
 * <p>The same counts give the same order: of equals the lower code comes first.
 */
final class Ranking {
  private Ranking() {}

  /**
   * A function with its estimate.
   *
   * @param function code
   * @param perMille the estimate, of a thousand
   * @param from the level that gave the most to it; empty when nothing was counted of it
   */
  record Ranked(String function, int perMille, Optional<Level> from) {}

  /**
   * The order.
   *
   * @param offered codes of what can be shown
   * @param counts by level and function, none of them negative; what is not offered is left out
   * @param strength of a level, in uses
   * @param share of all uses that would lie around this day if all days were alike
   */
  static List<Ranked> of(
      Collection<String> offered,
      Map<Level, Map<String, Double>> counts,
      ToDoubleFunction<Level> strength,
      double share) {
    List<String> functions = offered.stream().sorted().toList();
    // Of each function, what each level gave to it; in the last column what nobody counted.
    double[][] parts = new double[functions.size()][Level.values().length + 1];
    for (double[] part : parts) {
      part[Level.values().length] = 1.0 / functions.size();
    }
    for (Level level : Level.values()) {
      double k = strength.applyAsDouble(level);
      if (level.isNow()) {
        double[] now = counted(functions, counts.get(level));
        tilt(parts, now, counted(functions, counts.get(level.whole())), share, k);
      } else {
        mix(parts, level, counted(functions, counts.get(level)), k);
      }
    }
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      scored.add(new Scored(functions.get(i), parts[i]));
    }
    scored.sort(Comparator.comparingDouble(Scored::sum).reversed().thenComparing(Scored::function));
    return scored.stream().map(Scored::ranked).toList();
  }

  private static double[] counted(List<String> functions, Map<String, Double> counts) {
    return functions.stream()
        .mapToDouble(function -> counts == null ? 0 : counts.getOrDefault(function, 0.0))
        .toArray();
  }

  private static void mix(double[][] parts, Level level, double[] counted, double k) {
    double total = Arrays.stream(counted).sum();
    for (int i = 0; i < parts.length; i++) {
      scale(parts[i], k / (total + k));
      parts[i][level.ordinal()] += counted[i] / (total + k);
    }
  }

  private static void tilt(double[][] parts, double[] now, double[] all, double share, double k) {
    double total = 0;
    for (int i = 0; i < parts.length; i++) {
      scale(parts[i], (now[i] + k) / (all[i] * share + k));
      total += Arrays.stream(parts[i]).sum();
    }
    for (double[] part : parts) {
      scale(part, 1 / total);
    }
  }

  private static void scale(double[] part, double factor) {
    for (int i = 0; i < part.length; i++) {
      part[i] *= factor;
    }
  }

  private record Scored(String function, double[] parts) {
    double sum() {
      return Arrays.stream(parts).sum();
    }

    Ranked ranked() {
      Optional<Level> most = Optional.empty();
      double greatest = 0;
      for (Level level : Level.values()) {
        if (parts[level.ordinal()] > 0 && parts[level.ordinal()] >= greatest) {
          greatest = parts[level.ordinal()];
          most = Optional.of(level);
        }
      }
      return new Ranked(function, (int) Math.round(1000 * sum()), most);
    }
  }
}
