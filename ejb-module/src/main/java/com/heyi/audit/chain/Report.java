package com.heyi.audit.chain;

import java.time.Instant;
import java.util.List;

/**
 * What a replay of the chain has shown.
 *
 * @param entries how many rows were reckoned again
 * @param lanes in how many lanes
 * @param checkpoints how many checkpoints were checked
 * @param last number of the last checkpoint up to which all is sound, or null
 * @param lastAt its time, or null
 * @param exported how many exported lines were compared
 * @param versions how many versions of records were compared with what vouches for them
 * @param keyed whether the keys were there by which rows are known as Heyi's
 * @param findings what is broken, the first broken row first; empty when all is sound
 */
public record Report(
    long entries,
    int lanes,
    long checkpoints,
    Long last,
    Instant lastAt,
    long exported,
    long versions,
    boolean keyed,
    List<Finding> findings) {

  public Report {
    findings = List.copyOf(findings);
  }

  public boolean sound() {
    return findings.isEmpty();
  }
}
