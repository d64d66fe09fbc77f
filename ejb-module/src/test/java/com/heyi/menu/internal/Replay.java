package com.heyi.menu.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Goes through visits in the order of time: before each, every way of ranking orders the functions
 * by what was known until then; then the visit becomes known.
 */
final class Replay {

  /**
   * What a customer did at once.
   *
   * @param customer who
   * @param segment whom he is like
   * @param at when
   * @param functions what he used
   */
  record Visit(String customer, String segment, Instant at, Set<String> functions) {}

  /** Parameters of the ranking under test. */
  record Tuning(Duration halfLife, Map<Level, Integer> strengths) {
    static Tuning shipped() {
      Map<Level, Integer> strengths = new EnumMap<>(Level.class);
      for (Level level : Level.values()) {
        strengths.put(level, level.strength());
      }
      return new Tuning(Recency.HALF_LIFE, strengths);
    }

    Tuning with(Level level, int strength) {
      Map<Level, Integer> others = new EnumMap<>(strengths);
      others.put(level, strength);
      return new Tuning(halfLife, others);
    }

    Tuning with(Duration other) {
      return new Tuning(other, strengths);
    }
  }

  /** Hits of a way of ranking. */
  static final class Score {
    private long tried;
    private long first;
    private long three;

    private void add(List<String> order, String used) {
      int place = order.indexOf(used);
      tried++;
      first += place == 0 ? 1 : 0;
      three += place >= 0 && place < 3 ? 1 : 0;
    }

    long tried() {
      return tried;
    }

    /** Of a thousand uses, how many were in the first place. */
    long hitsAt1() {
      return tried == 0 ? 0 : 1000 * first / tried;
    }

    /** Of a thousand uses, how many were among the first three. */
    long hitsAt3() {
      return tried == 0 ? 0 : 1000 * three / tried;
    }
  }

  private final List<String> functions;
  private final Tuning tuning;
  private final Counts everybody = new Counts();
  private final Map<String, Counts> segments = new HashMap<>();
  private final Map<String, Counts> own = new HashMap<>();
  private final Map<LocalDate, Map<Integer, Double>> near = new HashMap<>();

  Replay(Set<String> functions, Tuning tuning) {
    this.functions = functions.stream().sorted().toList();
    this.tuning = tuning;
  }

  /** Uses of somebody or of many. */
  private static final class Counts {
    private final Map<String, double[]> weights = new HashMap<>();
    private final Map<String, Long> plain = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private int visits;

    void add(Visit visit, double weight, long number) {
      visits++;
      int day = visit.at().atZone(ZoneOffset.UTC).getDayOfMonth();
      for (String function : visit.functions()) {
        double[] days = weights.computeIfAbsent(function, any -> new double[NearDays.DAYS + 1]);
        days[0] += weight;
        days[day] += weight;
        plain.merge(function, 1L, Long::sum);
        last.put(function, number);
      }
    }

    Map<String, Double> all(double scale) {
      Map<String, Double> counts = new HashMap<>();
      weights.forEach((function, days) -> counts.put(function, days[0] * scale));
      return counts;
    }

    Map<String, Double> near(Map<Integer, Double> kernel, double scale) {
      Map<String, Double> counts = new HashMap<>();
      weights.forEach(
          (function, days) -> {
            double sum = 0;
            for (Map.Entry<Integer, Double> day : kernel.entrySet()) {
              sum += days[day.getKey()] * day.getValue();
            }
            if (sum > 0) {
              counts.put(function, sum * scale);
            }
          });
      return counts;
    }
  }

  /**
   * Replays the visits.
   *
   * @param from visits before it only become known
   * @param before visits from then on are left out
   * @param onlyHeyi leaves the other ways out
   * @return scores by length of history, then by way
   */
  Map<String, Map<String, Score>> run(
      List<Visit> visits, Instant from, Instant before, boolean onlyHeyi) {
    Map<String, Map<String, Score>> scores = new TreeMap<>();
    long number = 0;
    for (Visit visit : visits) {
      if (!visit.at().isBefore(before)) {
        break;
      }
      number++;
      if (!visit.at().isBefore(from)) {
        Counts his = own.getOrDefault(visit.customer(), new Counts());
        Map<String, List<String>> orders = new HashMap<>();
        orders.put("Heyi", heyi(visit, his, true));
        if (!onlyHeyi) {
          orders.put("Heyi without the day of the month", heyi(visit, his, false));
          orders.put("most popular overall", popular(Map.of()));
          orders.put("most popular of the customer", popular(his.plain));
          orders.put("last used", popular(his.last));
        }
        for (String length : List.of("all", length(his.visits))) {
          Map<String, Score> ways = scores.computeIfAbsent(length, any -> new TreeMap<>());
          orders.forEach(
              (way, order) ->
                  visit
                      .functions()
                      .forEach(
                          used -> ways.computeIfAbsent(way, any -> new Score()).add(order, used)));
        }
      }
      double weight = Recency.weight(visit.at(), tuning.halfLife());
      everybody.add(visit, weight, number);
      segments.computeIfAbsent(visit.segment(), any -> new Counts()).add(visit, weight, number);
      own.computeIfAbsent(visit.customer(), any -> new Counts()).add(visit, weight, number);
    }
    return scores;
  }

  private static String length(int visits) {
    if (visits == 0) {
      return "0 visits";
    } else if (visits < 5) {
      return "1 to 4 visits";
    }
    return visits < 20 ? "5 to 19 visits" : "more visits";
  }

  private List<String> heyi(Visit visit, Counts his, boolean byDay) {
    LocalDate on = visit.at().atZone(ZoneOffset.UTC).toLocalDate();
    Map<Integer, Double> kernel = near.computeIfAbsent(on, NearDays::of);
    Instant end = on.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    double scale = 1 / Recency.weight(end, tuning.halfLife());
    Counts like = segments.getOrDefault(visit.segment(), new Counts());
    Map<Level, Map<String, Double>> counts = new EnumMap<>(Level.class);
    counts.put(Level.EVERYBODY, everybody.all(scale));
    counts.put(Level.SEGMENT, like.all(scale));
    counts.put(Level.OWN, his.all(scale));
    counts.put(Level.OWN_HERE, his.all(scale));
    if (byDay) {
      counts.put(Level.SEGMENT_NOW, like.near(kernel, scale));
      counts.put(Level.OWN_NOW, his.near(kernel, scale));
    }
    ToDoubleFunction<Level> strength = tuning.strengths()::get;
    return Ranking.of(functions, counts, strength, byDay ? NearDays.share(kernel) : 0).stream()
        .map(Ranking.Ranked::function)
        .toList();
  }

  /** By this number, the greatest first; of equals the one that all use most. */
  private List<String> popular(Map<String, Long> by) {
    List<String> order = new ArrayList<>(functions);
    order.sort(
        Comparator.comparingLong((String function) -> by.getOrDefault(function, 0L))
            .thenComparingLong(function -> everybody.plain.getOrDefault(function, 0L))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return order;
  }

  /** The most frequent functions of the visits before this moment. */
  static Set<String> mostUsed(List<Visit> visits, Instant before, int most) {
    Map<String, Long> counts = new HashMap<>();
    visits.stream()
        .filter(visit -> visit.at().isBefore(before))
        .forEach(visit -> visit.functions().forEach(used -> counts.merge(used, 1L, Long::sum)));
    return new TreeSet<>(
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList());
  }
}
