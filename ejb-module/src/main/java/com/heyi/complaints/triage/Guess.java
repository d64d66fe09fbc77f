package com.heyi.complaints.triage;

import java.util.List;

/**
 * A label that a text may deserve.
 *
 * @param label the label
 * @param permille how sure the model is, in thousandths
 * @param words the words of the text that speak for it most, the strongest first
 */
public record Guess(String label, int permille, List<String> words) {
  public Guess {
    words = List.copyOf(words);
  }
}
