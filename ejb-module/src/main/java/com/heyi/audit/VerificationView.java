package com.heyi.audit;

import com.heyi.audit.chain.Finding;
import com.heyi.audit.chain.Verification;
import java.time.Instant;
import java.util.UUID;

/**
 * One replay of the chain.
 *
 * @param who who asked for it; {@code system} on schedule
 * @param kind how much was replayed
 * @param entries how many rows were reckoned again
 * @param checkpoint number of the last checkpoint up to which all is sound, or null
 * @param finding in which way the chain is broken, or null
 * @param entry the first broken row, or null
 * @param lane its lane, or null
 * @param seq its place there, or null
 * @param detail the first finding in words, in English, or null
 */
public record VerificationView(
    Instant startedAt,
    Instant endedAt,
    String who,
    Verification.Kind kind,
    boolean sound,
    long entries,
    Long checkpoint,
    Finding.Kind finding,
    UUID entry,
    Integer lane,
    Long seq,
    String detail) {

  /** The view of a verification. */
  public static VerificationView of(Verification one) {
    return new VerificationView(
        one.startedAt(),
        one.endedAt(),
        one.who(),
        one.kind(),
        one.sound(),
        one.entries(),
        one.checkpoint(),
        one.finding(),
        one.entry(),
        one.lane(),
        one.seq(),
        one.detail());
  }
}
