package com.heyi.complaints.internal;

import com.heyi.shared.persistence.Filter;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds cases by what was said in them. Chinese, and three Latin letters or digits in a row, are
 * found wherever they stand; a word of one or two is found as a whole word, for which there is an
 * index, and not within another, for which every narrative would have to be read. Two or more
 * Chinese characters in a row are looked up in an index of neighbouring ones first, so that only
 * narratives that have them are read.
 */
final class SaidInIt implements Filter<Complaint> {
  private static final int FOUND_ANYWHERE = 3;

  /** The first character that the index of neighbours has: radicals, from which Chinese begins. */
  private static final int WIDE = 0x2E80;

  private static final Filter<Complaint> ANYWHERE = Filter.contains("matter.narrative");

  @Override
  public Predicate on(CriteriaBuilder cb, Root<Complaint> root, String name, String text) {
    Predicate anywhere = ANYWHERE.on(cb, root, name, text);
    List<String> pairs = neighbours(text);
    List<String> words = words(text);
    if (!pairs.isEmpty()) {
      anywhere = cb.and(indexed(cb, root, "complaints.has_wide_pairs", pairs), anywhere);
    }
    if (words.isEmpty() || words.stream().anyMatch(word -> word.length() >= FOUND_ANYWHERE)) {
      return anywhere;
    }
    Predicate whole = indexed(cb, root, "complaints.has_short_words", words);
    return words.get(0).equalsIgnoreCase(text.strip()) ? whole : cb.and(whole, anywhere);
  }

  private static Predicate indexed(
      CriteriaBuilder cb, Root<Complaint> root, String function, List<String> wanted) {
    return cb.isTrue(
        cb.function(
            function,
            Boolean.class,
            root.get("matter").get("narrative"),
            cb.literal(String.join(" ", wanted))));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> neighbours(String text) {
    int[] characters = text.codePoints().toArray();
    return IntStream.range(1, characters.length)
        .filter(place -> isWide(characters[place - 1]) && isWide(characters[place]))
        .mapToObj(place -> new String(characters, place - 1, 2))
        .distinct()
        .toList();
  }

  /** Full-width letters have a case, in which the narrative may differ from what is typed. */
  private static boolean isWide(int character) {
    return character >= WIDE
        && Character.toLowerCase(character) == character
        && Character.toUpperCase(character) == character;
  }
}
