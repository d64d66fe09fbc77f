package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * A triage of many cases and how far it has come.
 *
 * @param id the batch
 * @param scope which cases
 * @param status where it stands
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param finishedAt when it ended, or null
 * @param total cases that there were when it was asked for
 * @param done cases that were looked at
 * @param byWords of these, those of which words suggested something
 * @param byFacets those of which, without known words, product and issue did
 * @param noWords those of which nothing was suggested, since they have no words and no facets that
 *     anything is known of
 * @param unknown those of which nothing was suggested although they have words
 * @param trouble code of what went wrong, or null
 * @param takenUp how often it was taken up because the server that worked on it had vanished
 * @param takenUpAt when it was last, or null
 */
public record TriageBatchView(
    UUID id,
    TriageScope scope,
    TriageStatus status,
    String requestedBy,
    Instant requestedAt,
    Instant finishedAt,
    long total,
    long done,
    long byWords,
    long byFacets,
    long noWords,
    long unknown,
    String trouble,
    int takenUp,
    Instant takenUpAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "triage-batch:" + id;
  }
}
