package com.heyi.shared.work;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;

/** Goes over those for whom something is to be done; one that fails keeps nobody. */
public final class Sweep {
  private static final int AT_A_TIME = 1000;

  private Sweep() {}

  /**
   * Goes on until none is due but those for whom nothing can be done now; for one that is done
   * something it is asked again whether more is due.
   *
   * @param what what is done, for the log
   * @param log the log of the one who works
   * @param due those that are due, at most as many as it is given, the same first each time
   * @param work what to do for one, in a transaction of its own; answers how much was done
   * @return how much was done for all
   */
  public static <T> long over(
      String what, Logger log, IntFunction<List<T>> due, ToLongFunction<T> work) {
    long total = 0;
    // What cannot be done now must not keep the run going for ever, nor hide the others.
    Set<T> stuck = new HashSet<>();
    List<T> some = due.apply(AT_A_TIME);
    while (!some.isEmpty()) {
      for (T one : some) {
        long done = doOrSayWhyNot(what, log, one, work);
        if (done == 0) {
          stuck.add(one);
        }
        total += done;
      }
      some =
          due.apply(AT_A_TIME + stuck.size()).stream().filter(one -> !stuck.contains(one)).toList();
    }
    return total;
  }

  private static <T> long doOrSayWhyNot(String what, Logger log, T one, ToLongFunction<T> work) {
    try {
      return work.applyAsLong(one);
    } catch (RuntimeException | Error e) {
      // Errors too, as in Timers: they must not keep the others waiting either.
      log.error("Could not be done for {}: {}", one, what, e);
      return 0;
    }
  }
}
