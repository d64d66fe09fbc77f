package com.heyi.relationship.internal;

/** Lets tests of the facades do what the run of every minute does. */
public final class TestAlerts {
  private static final int AT_A_TIME = 200;

  private TestAlerts() {}

  /** Looks at some of what waits; says how much. */
  public static int look(Alerts alerts) {
    return alerts.look(AT_A_TIME);
  }
}
