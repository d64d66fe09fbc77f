package com.heyi.accounts;

/** What became of a suggestion. */
public enum MatchStatus {
  OPEN,
  /** They are one person and were merged. */
  ACCEPTED,
  /** They are two. */
  REJECTED
}
