package com.heyi.complaints;

/** What kind of task stands beside a case. */
public enum TaskKind {
  /** A department or a branch is asked for something; it ends with its answer. */
  ASK,
  /** Somebody was promised a call at a time; it ends with what came of the call. */
  CALL
}
