package com.heyi.shared.facade;

import java.util.List;

/** What a facade call's change log would hold, for tests that go round the facade's interceptor. */
public final class Noted {
  private Noted() {}

  /** The changes noted while this is done for this action, as the trail would get them. */
  public static List<Change> during(String action, String reason, Runnable work) {
    try (ChangeLog log = ChangeLog.open(action, reason)) {
      work.run();
      return log.own();
    }
  }

  /** How heavy the call is that does this; null when it does not say. */
  public static Long weighing(String action, Runnable work) {
    try (ChangeLog log = ChangeLog.open(action, null)) {
      work.run();
      return log.weight();
    }
  }

  /** How heavy the call is that does this, with what stands already in what it is about. */
  public static Long weighingUponStanding(String action, Runnable work) {
    try (ChangeLog log = ChangeLog.open(action, null)) {
      work.run();
      return log.weightUponStanding();
    }
  }
}
