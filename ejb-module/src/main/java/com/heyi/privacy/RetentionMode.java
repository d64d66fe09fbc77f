package com.heyi.privacy;

/** What becomes of a kind of record when its time is over. */
public enum RetentionMode {
  /** The nightly run purges it. */
  PURGED,
  /** Nothing by itself; until then the person it is about is not erased. */
  ON_ERASURE,
  /** Nothing ever. */
  FOREVER,
  /** Another system purges it by a setting of its own. */
  ELSEWHERE
}
