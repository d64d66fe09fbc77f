package com.heyi.menu.internal;

/**
 * Where a count comes from, the broadest first. A narrower one says more but knows less; its
 * strength, in uses, is how much it takes to outweigh what is broader, chosen on a replay
 * (docs/menu.md).
 */
enum Level {
  /** All customers, in this channel. */
  EVERYBODY(1, false),
  /** Customers of his segment, in this channel. */
  SEGMENT(5, false),
  /** Those uses of his segment that lie around this day of the month. */
  SEGMENT_NOW(20, true),
  /** Himself, in any channel. */
  OWN(20, false),
  /** Himself, in this channel. */
  OWN_HERE(5, false),
  /** Those uses of himself in this channel that lie around this day of the month. */
  OWN_NOW(2, true);

  private final int strength;
  private final boolean now;

  Level(int strength, boolean now) {
    this.strength = strength;
    this.now = now;
  }

  int strength() {
    return strength;
  }

  /** Whether it counts those uses of the level before that lie around this day of the month. */
  boolean isNow() {
    return now;
  }

  /** The level of whose uses it counts a part. */
  Level whole() {
    return values()[ordinal() - 1];
  }

  boolean isOwn() {
    return compareTo(OWN) >= 0;
  }
}
