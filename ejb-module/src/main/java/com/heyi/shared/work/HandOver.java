package com.heyi.shared.work;

import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Hands over what is due, one after another, to an endpoint of others. One that fails again and
 * again, or takes nothing, is left alone until the next run.
 */
public final class HandOver {
  /** So many failures in a row, and the endpoint is left alone. */
  public static final int FAILURES_IN_A_ROW = 5;

  /** So many are dealt with in a run, whatever comes of them. */
  static final int AT_A_TIME = 500;

  private HandOver() {}

  /** What came of the next one. */
  public enum Step {
    /** There was none. */
    NONE,
    /** It was not handed over: it must wait, or it goes another way. */
    ASIDE,
    /** The endpoint works: it took this one, or refused it. */
    WORKS,
    /** It did not answer for this one, and may not answer for the next. */
    FAILS,
    /** It takes nothing now. */
    CLOSED
  }

  /**
   * Deals with one after another, until nothing is due or the endpoint is to be left alone.
   *
   * @param what what is handed over, for the log, such as {@code invoices}
   * @param log the log of the one who hands over
   * @param next deals with the next one, in a transaction of its own
   * @return how many were handed to the endpoint, taken or not
   */
  public static int all(String what, Logger log, Supplier<Step> next) {
    int handed = 0;
    int failures = 0;
    Step step = Step.ASIDE;
    for (int seen = 0; seen < AT_A_TIME && goesOn(step, failures); seen++) {
      step = next.get();
      switch (step) {
        case WORKS -> {
          handed++;
          failures = 0;
        }
        case FAILS, CLOSED -> {
          handed++;
          failures++;
        }
        case NONE, ASIDE -> {
          // Tells nothing about the endpoint.
        }
      }
    }
    if (failures > 0) {
      log.warn("{} in a row were not taken: {}, last: {}", failures, what, step);
    }
    return handed;
  }

  private static boolean goesOn(Step step, int failures) {
    return step != Step.NONE && step != Step.CLOSED && failures < FAILURES_IN_A_ROW;
  }
}
