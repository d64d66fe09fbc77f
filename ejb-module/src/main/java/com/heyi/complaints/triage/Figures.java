package com.heyi.complaints.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How well labels are guessed on texts held apart, all in thousandths.
 *
 * @param texts how many texts were tried
 * @param accuracy the first guess is right
 * @param macroF1 mean over the labels of the tried texts of the harmonic mean of precision and
 *     recall
 * @param top3 one of the first three guesses is right
 */
public record Figures(int texts, int accuracy, int macroF1, int top3) {
  private static final int GUESSES = 3;

  /** Tries a way of guessing, which answers its guesses with the likeliest first. */
  public static Figures of(List<Labelled> heldApart, Function<String, List<String>> guesses) {
    Map<String, int[]> byLabel = new HashMap<>();
    int right = 0;
    int among = 0;
    for (Labelled text : heldApart) {
      List<String> guessed = guesses.apply(text.text());
      String first = guessed.isEmpty() ? "" : guessed.get(0);
      counts(byLabel, text.label())[0]++;
      counts(byLabel, first)[1]++;
      if (first.equals(text.label())) {
        right++;
        counts(byLabel, first)[2]++;
      }
      if (guessed.stream().limit(GUESSES).anyMatch(text.label()::equals)) {
        among++;
      }
    }
    int all = Math.max(1, heldApart.size());
    return new Figures(
        heldApart.size(), 1000 * right / all, macroF1(heldApart, byLabel), 1000 * among / all);
  }

  /** Always the label that most texts learned from have, with the next ones behind it. */
  public static Figures ofMajority(List<Labelled> learned, List<Labelled> heldApart) {
    Map<String, Integer> counts = new HashMap<>();
    learned.forEach(text -> counts.merge(text.label(), 1, Integer::sum));
    List<String> inOrder =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .limit(GUESSES)
            .toList();
    return of(heldApart, text -> inOrder);
  }

  private static int macroF1(List<Labelled> heldApart, Map<String, int[]> byLabel) {
    Set<String> labels = new TreeSet<>();
    heldApart.forEach(text -> labels.add(text.label()));
    double sum = 0;
    for (String label : labels) {
      int[] counts = byLabel.get(label);
      sum += 2.0 * counts[2] / (counts[0] + counts[1]);
    }
    return (int) Math.round(1000 * sum / Math.max(1, labels.size()));
  }

  /** Texts with the label, guesses of it, right guesses of it. */
  private static int[] counts(Map<String, int[]> byLabel, String label) {
    return byLabel.computeIfAbsent(label, any -> new int[GUESSES]);
  }
}
