package com.heyi.shared.privacy;

import java.time.Instant;
import java.util.Set;

/**
 * Records of a module that are forgotten when their time is over. The nightly run of the privacy
 * module asks again and again, a transaction each, until nothing is left to forget.
 */
public interface KeptForATime {
  /** The kinds of record, by their names in the table of retention. */
  Set<String> kinds();

  /**
   * Forgets some of what is over.
   *
   * @param kind one of {@link #kinds}
   * @param before what is older goes
   * @param most how many at the most
   * @return how many; fewer than {@code most} when none is left
   */
  int forget(String kind, Instant before, int most);
}
