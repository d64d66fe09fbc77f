package com.heyi.family;

/** What an allowance is for. */
public enum AllowanceKind {
  /** To learn with. */
  POCKET_MONEY,
  /** To live on, away from home. */
  LIVING
}
