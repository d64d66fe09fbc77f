package com.heyi.complaints.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the suggestions on real complaints, for docs/triage.md: {@code mvn -pl ejb-module test
 * -Dtest=TriageBenchTest -Dheyi.triage.data=<folder of the CFPB files>}, and for Chinese {@code
 * -Dheyi.triage.zh=<folder of the Chinese reviews>}.
 */
class TriageBenchTest {
  private static final int NEIGHBOURS = 10;

  /** The CFPB's products of 2023 under the names that they had until April 2017. */
  private static final Map<String, String> OLD_NAMES =
      Map.of(
          "Credit reporting, credit repair services, or other personal consumer reports",
          "Credit reporting",
          "Credit card or prepaid card",
          "Credit card",
          "Prepaid card",
          "Credit card",
          "Checking or savings account",
          "Bank account or service",
          "Money transfer, virtual currency, or money service",
          "Money transfers",
          "Vehicle loan or lease",
          "Consumer Loan",
          "Payday loan, title loan, or personal loan",
          "Payday loan");

  @Test
  @EnabledIfSystemProperty(named = "heyi.triage.data", matches = ".+")
  void productsOfTheCfpb() throws IOException {
    Path folder = Path.of(System.getProperty("heyi.triage.data"));
    List<Labelled> old =
        read(folder.resolve("narratives_by_product.csv"), "row_id", "Product", Set.of());
    List<Labelled> later =
        read(
            folder.resolve("complaints_2023_full_columns.csv"),
            "Complaint ID",
            "Product",
            Set.of());
    List<Labelled> issues =
        read(folder.resolve("complaints_2023_full_columns.csv"), "Complaint ID", "Issue", Set.of());

    report("Product, 2015-2016, learned on 80 %, tried on 20 % at random", split(old, 0.8, 7));
    report("Product, learned on 2015-2016, tried on July 2023", new Split(old, later));
    Set<String> firstDays = Set.of("2023-06-27", "2023-07-17", "2023-07-18");
    report(
        "Issue, learned on days to 18 July 2023, tried on the days after",
        new Split(
            read(
                folder.resolve("complaints_2023_full_columns.csv"),
                "Complaint ID",
                "Issue",
                firstDays),
            issues.stream().filter(one -> !idsOf(folder, firstDays).contains(one.id())).toList()));
  }

  @Test
  @EnabledIfSystemProperty(named = "heyi.triage.zh", matches = ".+")
  void chineseReviewsByGoodOrBad() throws IOException {
    List<Labelled> all = new ArrayList<>();
    try (CSVParser rows =
        CSVParser.parse(
            Path.of(System.getProperty("heyi.triage.zh")).resolve("waimai_10k.csv"),
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord row : rows) {
        all.add(new Labelled("" + row.getRecordNumber(), row.get("review"), row.get(0)));
      }
    }
    report("Chinese reviews, good or bad, 80 % and 20 % at random", split(all, 0.8, 7));
  }

  private record Split(List<Labelled> learned, List<Labelled> tried) {}

  private static void report(String what, Split split) {
    long begin = System.nanoTime();
    TextModel model = TextModel.train(split.learned());
    long millis = (System.nanoTime() - begin) / 1_000_000;
    LikeCases like = LikeCases.of(split.learned());
    System.out.printf(
        "%n%s: %d learned, %d tried, %d labels, %d words, trained in %d ms, %d kB%n",
        what,
        split.learned().size(),
        split.tried().size(),
        model.labels(),
        model.words(),
        millis,
        model.bytes().length / 1024);
    System.out.println("| way | accuracy | macro-F1 | top 3 |\n|---|---|---|---|");
    tell("majority class", Figures.ofMajority(split.learned(), split.tried()));
    tell("Lucene more like this, 10 nearest", figures(split, text -> like.vote(text, NEIGHBOURS)));
    Figures own = figures(split, text -> model.guess(text, 3).stream().map(Guess::label).toList());
    tell("Heyi (Tribuo, logistic regression)", own);
    assertThat(own.accuracy())
        .isGreaterThanOrEqualTo(Figures.ofMajority(split.learned(), split.tried()).accuracy());
  }

  private static Figures figures(Split split, Function<String, List<String>> guesses) {
    return Figures.of(split.tried(), guesses);
  }

  private static void tell(String way, Figures f) {
    System.out.printf(
        "| %s | %.1f %% | %.1f %% | %.1f %% |%n",
        way, f.accuracy() / 10.0, f.macroF1() / 10.0, f.top3() / 10.0);
  }

  private static Split split(List<Labelled> all, double share, long seed) {
    List<Labelled> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, new Random(seed));
    int cut = (int) (mixed.size() * share);
    return new Split(mixed.subList(0, cut), mixed.subList(cut, mixed.size()));
  }

  private static Set<String> idsOf(Path folder, Set<String> days) {
    try {
      Set<String> ids = new HashSet<>();
      read(folder.resolve("complaints_2023_full_columns.csv"), "Complaint ID", "Issue", days)
          .forEach(one -> ids.add(one.id()));
      return ids;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The rows with a narrative, each text once; of these days only, if any are named. */
  private static List<Labelled> read(Path file, String id, String label, Set<String> days)
      throws IOException {
    Map<String, Labelled> byText = new HashMap<>();
    List<Labelled> all = new ArrayList<>();
    try (CSVParser rows =
        CSVParser.parse(
            Files.newBufferedReader(file),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord row : rows) {
        String text = row.get("Consumer complaint narrative").strip();
        boolean wanted = days.isEmpty() || days.contains(row.get("Date received"));
        if (!text.isEmpty() && wanted) {
          String name = row.get(label);
          String known = label.equals("Product") ? OLD_NAMES.getOrDefault(name, name) : name;
          Labelled one = new Labelled(row.get(id), text, known);
          if (byText.putIfAbsent(text, one) == null) {
            all.add(one);
          }
        }
      }
    }
    return all;
  }
}
