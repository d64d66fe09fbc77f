package com.heyi.complaints.triage;

import java.util.HashSet;
import java.util.Set;

/** How alike two texts are: the share of the words of both that stand in each (Jaccard). */
public final class Alikeness {
  private static final Words WORDS = new Words();

  private Alikeness() {}

  /** In thousandths: 0 for nothing in common, 1000 for the same words. */
  public static int permille(String one, String other) {
    Set<String> both = WORDS.set(one);
    Set<String> any = new HashSet<>(both);
    Set<String> others = WORDS.set(other);
    any.addAll(others);
    both.retainAll(others);
    return any.isEmpty() ? 0 : 1000 * both.size() / any.size();
  }
}
