package com.heyi.learning;

/** How the bank failed a customer. */
public enum FailureKind {
  /** So that he complained. */
  COMPLAINED,
  /** So that he did not accept the answer. */
  CONTESTED,
  /** He got no answer in time. */
  LATE
}
