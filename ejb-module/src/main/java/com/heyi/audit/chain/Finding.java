package com.heyi.audit.chain;

import java.util.Locale;
import java.util.UUID;

/**
 * One thing that is not as it must be.
 *
 * @param kind in which way
 * @param entry id of the row, or null when there is none
 * @param lane its lane, or null when it is about no row
 * @param seq its place, or null when it is about no row
 * @param recordedAt what the row tells about its time, or null
 * @param detail for people, in English
 */
public record Finding(
    Kind kind, UUID entry, Integer lane, Long seq, String recordedAt, String detail) {

  /** The ways in which a trail can be broken. */
  public enum Kind {
    /** A row is not as it was written. */
    CHANGED,
    /** A row is gone from the middle. */
    MISSING,
    /** A row stands where none was written. */
    INSERTED,
    /** The last rows of a lane, or all of them, are gone. */
    TAIL_CUT,
    /** The chain fits, but is not the one that was signed. */
    REWRITTEN,
    /** A checkpoint of the database was changed, or is gone. */
    CHECKPOINT,
    /** A checkpoint is not signed by a known key. */
    SIGNATURE,
    /** The exported file was edited, or a part of it is gone. */
    EXPORT,
    /** A row, or the record of a replay, was written by somebody without the key. */
    FORGED,
    /** A version of a record was changed, deleted, inserted, or emptied without an erasure. */
    VERSION,
    /** The database no longer refuses changes of the trail. */
    UNPROTECTED
  }

  static Finding of(Kind kind, String detail) {
    return new Finding(kind, null, null, null, null, detail);
  }

  /** The finding as one line. */
  public String line() {
    StringBuilder line = new StringBuilder(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (lane != null) {
      line.append(": lane ").append(lane).append(", seq ").append(seq);
    }
    if (entry != null) {
      line.append(lane == null ? ": row " : ", row ")
          .append(entry)
          .append(" of ")
          .append(recordedAt);
    }
    return line.append(": ").append(detail).toString();
  }
}
