package com.heyi.family;

/** What a guardian decides on a task. */
public enum TaskDecision {
  /** It is done; the reward moves. */
  APPROVE,
  /** It is not done yet. */
  RETURN,
  /** It is no longer asked for. */
  CANCEL
}
