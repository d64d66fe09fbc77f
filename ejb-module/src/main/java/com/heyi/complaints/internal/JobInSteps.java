package com.heyi.complaints.internal;

import com.heyi.shared.persistence.Races;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of a batch job a step at a time, until nothing is left, it is stopped, or it fails.
 * A step holds the run for as long as it takes; whoever waits for it in vain leaves it to its
 * holder.
 */
final class JobInSteps {
  /** So often a step is tried that lost a race before. */
  static final int ATTEMPTS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(JobInSteps.class);

  private volatile boolean stopped;

  /**
   * Does all steps.
   *
   * @param what what the work is, for the log
   * @param run which one
   * @param begin says that a job begins with it, and whether there is anything to do
   * @param next does a step and says whether there is more to do
   * @param fail ends a run that cannot go on
   * @return the exit status of the job
   */
  String doAll(
      String what, UUID run, Predicate<UUID> begin, Predicate<UUID> next, Consumer<UUID> fail) {
    try {
      boolean more = step(what, run, begin);
      while (more && !stopped) {
        more = step(what, run, next);
      }
      return "DONE";
    } catch (RuntimeException e) {
      if (Races.lost(e)) {
        LOG.warn("{} {} is held by another job and left to it", what, run, e);
        return "LEFT";
      }
      LOG.error("{} {} failed", what, run, e);
      fail.accept(run);
      return "FAILED";
    }
  }

  private boolean step(String what, UUID run, Predicate<UUID> next) {
    for (int attempt = 1; !stopped; attempt++) {
      try {
        return next.test(run);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !Races.lost(e)) {
          throw e;
        }
        LOG.info("{} {} lost a race for a row and tries the step again", what, run);
      }
    }
    return false;
  }

  void stop() {
    stopped = true;
  }
}
