package com.heyi.audit;

import java.time.Instant;

/**
 * How far the trail is proved.
 *
 * @param checkpoint number of the last signed checkpoint, or null
 * @param checkpointAt when it was made, or null
 * @param checkpointEntries how many rows it covers
 * @param checkpointHash its hash, or null
 * @param entriesSince how many rows came since; they are chained, but not yet signed
 * @param last the last replay, or null
 * @param lastFull the last replay of everything, or null
 * @param verifying whether this node is replaying right now
 * @param trouble what keeps heads from being exported by this node, or null
 * @param troubleDetail the same in words, in English, or null
 */
public record ProofView(
    Long checkpoint,
    Instant checkpointAt,
    long checkpointEntries,
    String checkpointHash,
    long entriesSince,
    VerificationView last,
    VerificationView lastFull,
    boolean verifying,
    ProofTrouble trouble,
    String troubleDetail) {}
