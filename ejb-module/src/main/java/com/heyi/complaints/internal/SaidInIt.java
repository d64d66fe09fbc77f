package com.heyi.complaints.internal;

import com.heyi.shared.persistence.Filter;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds cases by what was said in them. Chinese, and three Latin letters or digits in a row, are
 * found wherever they stand; a word of one or two is found as a whole word, for which there is an
 * index, and not within another, for which every narrative would have to be read.
 */
final class SaidInIt implements Filter<Complaint> {
  private static final int FOUND_ANYWHERE = 3;
  private static final String NARRATIVE = "narrative";
  private static final Filter<Complaint> ANYWHERE = Filter.contains(NARRATIVE);

  @Override
  public Predicate on(CriteriaBuilder cb, Root<Complaint> root, String name, String text) {
    Predicate anywhere = ANYWHERE.on(cb, root, name, text);
    List<String> words = words(text);
    if (words.isEmpty() || words.stream().anyMatch(word -> word.length() >= FOUND_ANYWHERE)) {
      return anywhere;
    }
    Predicate whole =
        cb.isTrue(
            cb.function(
                "complaints.has_short_words",
                Boolean.class,
                root.get(NARRATIVE),
                cb.literal(String.join(" ", words))));
    return words.get(0).equalsIgnoreCase(text.strip()) ? whole : cb.and(whole, anywhere);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
