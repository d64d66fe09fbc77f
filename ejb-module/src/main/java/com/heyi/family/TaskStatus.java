package com.heyi.family;

/** Where a task stands. */
public enum TaskStatus {
  /** A guardian asks for it. */
  SET,
  /** The child says that it is done. */
  DONE,
  /** A guardian agrees; the reward has moved. */
  APPROVED,
  /** A guardian no longer asks for it. */
  CANCELLED
}
