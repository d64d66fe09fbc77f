package com.heyi.menu;

/** How far an offer of help has come. */
public enum HelpStatus {
  OFFERED,
  /** Somebody helped. */
  HANDLED,
  /** The customer does not want it, and is left in peace with this function for a time. */
  DECLINED,
  /** He got through the step after all. */
  SOLVED
}
