package com.heyi.mall;

/** Kinds of grant; each may have its own rule for how long its points last. */
public enum GrantKind {
  /** Whatever has no rule of its own follows this one. */
  STANDARD,
  WELCOME,
  /** Earned by paying for something. */
  PURCHASE,
  CAMPAIGN,
  /** Earned by doing something: signing in every day, a task. */
  ACTIVITY,
  /** Given because something went wrong. */
  COMPENSATION
}
