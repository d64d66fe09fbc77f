package com.heyi.complaints;

import java.util.Optional;

/** The levels of the pyramid, the lowest first. What each may give is data. */
public enum AuthorityLevel {
  BRANCH,
  REGION,
  HEAD_OFFICE,
  SENIOR;

  /** The level above, or empty at the top. */
  public Optional<AuthorityLevel> above() {
    return this == SENIOR ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /** Whether who has this level may do what the other may. */
  public boolean reaches(AuthorityLevel other) {
    return compareTo(other) >= 0;
  }
}
