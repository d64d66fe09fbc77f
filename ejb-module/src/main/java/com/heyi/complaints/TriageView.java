package com.heyi.complaints;

import com.heyi.complaints.triage.Guess;
import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the words of a complaint suggest. People decide.
 *
 * @param complaintId the complaint
 * @param suggestions by target; none where nothing was learned yet or no word is known
 * @param hints what the batch that came last took from its product and issue, without its words
 * @param alike the closed cases most like it, the most alike first; for a case without words the
 *     latest of the same product and issue
 * @param signs signs that it is grave, each with the words that tell
 */
public record TriageView(
    UUID complaintId,
    List<Suggestion> suggestions,
    List<Hint> hints,
    List<Alike> alike,
    List<Sign> signs)
    implements Targeted {
  public TriageView {
    suggestions = List.copyOf(suggestions);
    hints = List.copyOf(hints);
    alike = List.copyOf(alike);
    signs = List.copyOf(signs);
  }

  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }

  /**
   * Suggestions of one model.
   *
   * @param target for what
   * @param model number of the model
   * @param guesses the likeliest labels, the likeliest first
   * @param accepted whether somebody accepted the first; null while nobody decided
   */
  public record Suggestion(TriageTarget target, int model, List<Guess> guesses, Boolean accepted) {
    public Suggestion {
      guesses = List.copyOf(guesses);
    }
  }

  /**
   * What product and issue tell.
   *
   * @param hint of what
   * @param label the cause, complexity or resolution
   * @param basis closed cases, or the taxonomies
   * @param permille how many of the closed cases, in thousandths; null by taxonomy
   * @param cases closed cases of this product and issue; null by taxonomy
   * @param accepted whether somebody said that it is right; null while nobody decided
   */
  public record Hint(
      TriageHint hint,
      String label,
      TriageBasis basis,
      Integer permille,
      Long cases,
      Boolean accepted) {}

  /**
   * A closed case like this one.
   *
   * @param id the case
   * @param number its number
   * @param product what it was about
   * @param issue what went wrong, or null
   * @param cause why, or null
   * @param resolution what the complainant got, or null
   * @param closedAt when it was closed, or null
   */
  public record Alike(
      UUID id,
      String number,
      String product,
      String issue,
      ComplaintCause cause,
      Resolution resolution,
      Instant closedAt) {}

  /**
   * A sign that a case is grave.
   *
   * @param sign of what
   * @param words the words that tell
   */
  public record Sign(GraveSign sign, List<String> words) {
    public Sign {
      words = List.copyOf(words);
    }
  }
}
