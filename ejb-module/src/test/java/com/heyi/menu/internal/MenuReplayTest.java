package com.heyi.menu.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.menu.internal.Replay.Tuning;
import com.heyi.menu.internal.Replay.Visit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the ranking on real histories of shops, for docs/menu.md: {@code mvn -pl ejb-module test
 * -Dtest=MenuReplayTest -Dheyi.menu.data=<folder with complete_journey and online_retail>}; with
 * {@code -Dheyi.menu.tune=true} it also tells how the parameters were chosen. No bank's history is
 * public: what is bought stands in for what is used.
 */
@EnabledIfSystemProperty(named = "heyi.menu.data", matches = ".+")
class MenuReplayTest {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int MOST_FUNCTIONS = 40;
  private static final Path DATA = Path.of(System.getProperty("heyi.menu.data", "."));

  @Test
  void departmentsOfAGrocer() throws IOException {
    measure("Complete Journey, departments", grocer("department"));
  }

  @Test
  void categoriesOfAGrocer() throws IOException {
    measure("Complete Journey, product categories", grocer("product_category"));
  }

  @Test
  void kindsOfGoodsOfAGiftRetailer() throws IOException {
    measure("Online Retail, last word of the description", retailer());
  }

  private static void measure(String what, List<Visit> all) {
    all.sort(Comparator.comparing(Visit::at).thenComparing(Visit::customer));
    Instant first = all.get(0).at();
    Duration third = Duration.between(first, all.get(all.size() - 1).at()).dividedBy(3);
    Instant warm = first.plus(third);
    Instant measured = warm.plus(third);
    Set<String> functions = Replay.mostUsed(all, warm, MOST_FUNCTIONS);
    List<Visit> visits =
        all.stream()
            .map(visit -> of(visit, functions))
            .filter(v -> !v.functions().isEmpty())
            .toList();
    if (Boolean.getBoolean("heyi.menu.tune")) {
      tune(visits, functions, warm, measured);
    }
    var scores = new Replay(functions, Tuning.shipped()).run(visits, measured, Instant.MAX, false);
    System.out.printf(
        "%n%s: %d functions, %d visits of %d customers, measured from %s on%n",
        what,
        functions.size(),
        visits.size(),
        visits.stream().map(Visit::customer).distinct().count(),
        measured);
    System.out.println("| history | uses | way | hit-rate at 1 | at 3 |\n|---|---|---|---|---|");
    scores.forEach(
        (length, ways) ->
            ways.forEach(
                (way, score) ->
                    System.out.printf(
                        "| %s | %d | %s | %.1f %% | %.1f %% |%n",
                        length,
                        score.tried(),
                        way,
                        score.hitsAt1() / 10.0,
                        score.hitsAt3() / 10.0)));
    // A measurement, not a gate: what came out stands in docs/menu.md, good or bad.
    assertThat(scores.get("all").values())
        .allSatisfy(score -> assertThat(score.tried()).isPositive());
  }

  private static Visit of(Visit visit, Set<String> functions) {
    Set<String> kept = new HashSet<>(visit.functions());
    kept.retainAll(functions);
    return new Visit(visit.customer(), visit.segment(), visit.at(), kept);
  }

  /** On the middle third alone, which is not measured. */
  private static void tune(List<Visit> visits, Set<String> functions, Instant from, Instant to) {
    for (int days : List.of(90, 180, 365)) {
      for (int own : List.of(5, 20, 60)) {
        for (int now : List.of(3, 10, 1000)) {
          Tuning tuning =
              Tuning.shipped()
                  .with(Duration.ofDays(days))
                  .with(Level.OWN, own)
                  .with(Level.OWN_NOW, now);
          tell(days + " days, own " + own + ", now " + now, tuning, visits, functions, from, to);
        }
      }
    }
  }

  private static void tell(
      String what,
      Tuning tuning,
      List<Visit> visits,
      Set<String> functions,
      Instant from,
      Instant to) {
    Replay.Score score =
        new Replay(functions, tuning).run(visits, from, to, true).get("all").get("Heyi");
    System.out.printf("tuning %s: at 1 %d, at 3 %d%n", what, score.hitsAt1(), score.hitsAt3());
  }

  private static List<Visit> grocer(String kind) throws IOException {
    Map<String, String> ages = new HashMap<>();
    read(
        "complete_journey/demographics.csv",
        row -> ages.put(row.get("household_id"), row.get("age")));
    Map<String, String> kinds = new HashMap<>();
    read(
        "complete_journey/products.csv.gz", row -> kinds.put(row.get("product_id"), row.get(kind)));
    Map<String, Visit> visits = new LinkedHashMap<>();
    read(
        "complete_journey/transactions_sample.csv.gz",
        row -> {
          String used = kinds.getOrDefault(row.get("product_id"), "");
          if (!used.isBlank()) {
            add(
                visits,
                row.get("basket_id"),
                row.get("household_id"),
                ages.getOrDefault(row.get("household_id"), "?"),
                row.get("transaction_timestamp"),
                used);
          }
        });
    return new ArrayList<>(visits.values());
  }

  private static List<Visit> retailer() throws IOException {
    Map<String, Visit> visits = new LinkedHashMap<>();
    read(
        "online_retail/online_retail_2010_12_to_2011_12.csv.gz",
        row -> {
          String used = lastWord(row.get("Description"));
          boolean bought =
              !row.get("InvoiceNo").startsWith("C") && !row.get("CustomerID").isBlank();
          if (bought && !used.isEmpty()) {
            add(
                visits,
                row.get("InvoiceNo"),
                row.get("CustomerID"),
                row.get("Country"),
                row.get("InvoiceDate"),
                used);
          }
        });
    return new ArrayList<>(visits.values());
  }

  private static String lastWord(String description) {
    String[] words = description.toUpperCase(Locale.ROOT).split("[^A-Z]+");
    return words.length == 0 ? "" : words[words.length - 1];
  }

  private static void add(
      Map<String, Visit> visits, String id, String who, String like, String at, String used) {
    visits
        .computeIfAbsent(
            id,
            any ->
                new Visit(
                    who,
                    like,
                    LocalDateTime.parse(at, SECONDS).toInstant(ZoneOffset.UTC),
                    new HashSet<>()))
        .functions()
        .add(used);
  }

  private static void read(String name, Consumer<CSVRecord> each) throws IOException {
    Path file = DATA.resolve(name);
    var in = Files.newInputStream(file);
    try (CSVParser rows =
        CSVParser.parse(
            new BufferedReader(
                new InputStreamReader(
                    name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8)),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      rows.forEach(each);
    }
  }
}
