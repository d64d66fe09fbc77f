package com.heyi.relationship;

/** How many of its thresholds a tier asks for. */
public enum TierDemand {
  /** Any one of them is enough. */
  ANY,
  /** All of them. */
  ALL
}
