package com.heyi.relationship;

/** How a customer is in a month. */
public enum LifecycleStatus {
  /** Came in this month. */
  NEW,
  /** Did something lately. */
  ACTIVE,
  /** Has done nothing for some time. */
  DORMANT,
  /** Has done nothing for so long that he counts as lost. */
  LOST
}
