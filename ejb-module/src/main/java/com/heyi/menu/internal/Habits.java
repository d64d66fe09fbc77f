package com.heyi.menu.internal;

import com.heyi.menu.MenuChannel;
import com.heyi.menu.PlaceReason;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what a menu is ranked by: a customer's habits and the trends of his like, in one query. */
@ApplicationScoped
public class Habits {
  /**
   * Ranges of two primary keys: his own rows, under whichever record they stand, and those of his
   * channel and segment.
   */
  static final String READ =
      "select cast(null as text) as segment, channel, function_code, cast(day as int) as day,"
          + " weight, uses from menu.habit where customer_id = any(cast(:customers as uuid[]))"
          + " union all select segment, channel, function_code, cast(day as int), weight, 0 from"
          + " menu.trend where channel = :channel and segment = :segment and day = any(cast(:days"
          + " as smallint[])) union all select segment, channel, function_code, 0, weight, 0 from"
          + " menu.trend where channel = :channel and segment = '*' and day = 0";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  private Clock clock;

  protected Habits() {}

  @Inject
  public Habits(Clock clock) {
    this.clock = clock;
  }

  public Habits(EntityManager em, Clock clock) {
    this(clock);
    this.em = em;
  }

  /**
   * What is known for one menu.
   *
   * @param counts by level and function, as they count on the day
   * @param days of his own uses in the channel: by function, the weights by day of the month
   * @param around how often he used a function in the channel around the day, unweighted
   */
  record Known(
      Map<Level, Map<String, Double>> counts,
      Map<String, Map<Integer, Double>> days,
      Map<String, Integer> around) {

    /**
     * The day of the month around which he uses this most, if it is near the date: when it is used
     * there twice as much as evenly, and not only once.
     */
    Optional<Integer> peak(String function, LocalDate on) {
      Map<Integer, Double> used = days.getOrDefault(function, Map.of());
      Map<Integer, Double> near = NearDays.of(on);
      double total = used.values().stream().mapToDouble(weight -> weight).sum();
      double around = 0;
      for (Map.Entry<Integer, Double> day : near.entrySet()) {
        around += day.getValue() * used.getOrDefault(day.getKey(), 0.0);
      }
      boolean often = this.around.getOrDefault(function, 0) > 1;
      if (!often || around < 2 * total * NearDays.share(near)) {
        return Optional.empty();
      }
      return near.keySet().stream()
          .filter(used::containsKey)
          .max(
              Comparator.<Integer>comparingDouble(used::get)
                  .thenComparing(Comparator.reverseOrder()));
    }
  }

  Known of(Collection<UUID> records, MenuChannel channel, String segment, LocalDate on) {
    Map<Integer, Double> near = NearDays.of(on);
    // All that happens on the day counts the same, whenever the menu is asked for.
    Instant end = on.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    double scale = 1 / Recency.weight(end);
    Counting counting = new Counting(channel, near, scale);
    List<Row> rows =
        NamedSql.rows(em, READ)
            .setParameter("customers", NamedSql.uuids(records))
            .setParameter("channel", channel.name())
            .setParameter("segment", segment)
            .setParameter("days", withAllDays(near))
            .getResultList();
    rows.forEach(counting::add);
    return counting.known();
  }

  private static String[] withAllDays(Map<Integer, Double> near) {
    return Stream.concat(Stream.of(0), near.keySet().stream())
        .map(String::valueOf)
        .toArray(String[]::new);
  }

  /** Adds rows up to the levels. */
  private static final class Counting {
    private final MenuChannel channel;
    private final Map<Integer, Double> near;
    private final Number scale;
    private final Map<Level, Map<String, Double>> counts = new EnumMap<>(Level.class);
    private final Map<String, Map<Integer, Double>> days = new HashMap<>();
    private final Map<String, Integer> around = new HashMap<>();

    Counting(MenuChannel channel, Map<Integer, Double> near, double scale) {
      this.channel = channel;
      this.near = near;
      this.scale = scale;
    }

    void add(Row row) {
      String segment = row.text("segment");
      String function = row.text("function_code");
      int day = row.whole("day");
      double weight = row.as("weight", Number.class).doubleValue() * scale.doubleValue();
      if (segment == null) {
        addOwn(row.text("channel"), function, day, weight, row.whole("uses"));
      } else if (Segments.ALL.equals(segment)) {
        add(Level.EVERYBODY, function, weight);
      } else if (day == 0) {
        add(Level.SEGMENT, function, weight);
      } else {
        add(Level.SEGMENT_NOW, function, weight * near.get(day));
      }
    }

    private void addOwn(String in, String function, int day, double weight, int uses) {
      add(Level.OWN, function, weight);
      if (channel.name().equals(in)) {
        add(Level.OWN_HERE, function, weight);
        days.computeIfAbsent(function, any -> new HashMap<>()).merge(day, weight, Double::sum);
        if (near.containsKey(day)) {
          add(Level.OWN_NOW, function, weight * near.get(day));
          around.merge(function, uses, Integer::sum);
        }
      }
    }

    private void add(Level level, String function, double weight) {
      counts.computeIfAbsent(level, any -> new HashMap<>()).merge(function, weight, Double::sum);
    }

    Known known() {
      return new Known(counts, days, around);
    }
  }

  /** What a level is called when it explains a place. */
  static PlaceReason reason(Level level) {
    return switch (level) {
      case EVERYBODY -> PlaceReason.EVERYBODY;
      case SEGMENT, SEGMENT_NOW -> PlaceReason.LIKE_YOU;
      case OWN -> PlaceReason.OFTEN;
      case OWN_HERE, OWN_NOW -> PlaceReason.OFTEN_HERE;
    };
  }
}
