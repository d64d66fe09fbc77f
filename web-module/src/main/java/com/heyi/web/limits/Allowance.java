package com.heyi.web.limits;

/**
 * What is left of a client's budget after a call.
 *
 * @param budget which
 * @param granted whether the call may go on
 * @param perMinute the whole budget; 0 when there is no limit
 * @param left calls that could follow at once
 * @param seconds when refused, until a call will be let in again; else until the budget is whole
 */
public record Allowance(Budget budget, boolean granted, long perMinute, long left, long seconds) {

  static Allowance unlimited(Budget budget) {
    return new Allowance(budget, true, 0, 0, 0);
  }

  /** Whether there is a limit at all. */
  public boolean isLimited() {
    return perMinute > 0;
  }
}
