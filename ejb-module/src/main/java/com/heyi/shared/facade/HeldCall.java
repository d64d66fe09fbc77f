package com.heyi.shared.facade;

import java.time.Instant;
import java.util.List;

/**
 * A call that waits for a second person: it was tried out and is about to be rolled back.
 *
 * @param maker who called
 * @param module the business module called
 * @param action name of the action
 * @param arguments what it was called with, in order
 * @param fingerprint hash of action and arguments, by which a retry is recognised
 * @param target what it is about, or null
 * @param reason why, or null
 * @param weight how heavy it is, in the unit, or null
 * @param together how heavy it is with what its maker did alone before, as far as that counts, or
 *     with what stands already in what it is about, whichever is more; or null
 * @param unit what the weight counts
 * @param preview what it would change
 * @param triedAt when the trial began
 */
public record HeldCall(
    Caller maker,
    String module,
    String action,
    List<Object> arguments,
    String fingerprint,
    String target,
    String reason,
    Long weight,
    Long together,
    WeightUnit unit,
    List<Change> preview,
    Instant triedAt) {

  public HeldCall {
    preview = List.copyOf(preview);
  }
}
