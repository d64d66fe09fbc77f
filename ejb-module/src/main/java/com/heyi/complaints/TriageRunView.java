package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * A training of the suggestions.
 *
 * @param id the training
 * @param status where it stands
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param finishedAt when it ended, or null
 * @param done how many targets are dealt with
 * @param total how many there are
 * @param learnedFrom most closed cases with words that any of them was learned from
 * @param trouble code of what went wrong, or null
 * @param takenUp how often it was taken up because the server that worked on it had vanished
 * @param takenUpAt when it was last, or null
 */
public record TriageRunView(
    UUID id,
    TriageStatus status,
    String requestedBy,
    Instant requestedAt,
    Instant finishedAt,
    int done,
    int total,
    long learnedFrom,
    String trouble,
    int takenUp,
    Instant takenUpAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "triage-run:" + id;
  }
}
