package com.heyi.mall.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;

/** Goes over the customers for whom something is to be done; one who fails keeps nobody. */
final class Sweep {
  private static final int AT_A_TIME = 1000;

  private Sweep() {}

  /**
   * Goes on until nobody is due but those for whom nothing can be done now.
   *
   * @param what what is done, for the log
   * @param due the customers who are due, at most as many as it is given
   * @param work what to do for one; answers how much was done
   * @return how much was done for all
   */
  static long over(
      String what, Logger log, IntFunction<List<UUID>> due, ToLongFunction<UUID> work) {
    long total = 0;
    // What cannot be done now must not keep the run going for ever, nor hide the others.
    Set<UUID> stuck = new HashSet<>();
    List<UUID> customers = due.apply(AT_A_TIME);
    while (!customers.isEmpty()) {
      for (UUID customer : customers) {
        long done = doOrSayWhyNot(what, log, customer, work);
        if (done == 0) {
          stuck.add(customer);
        }
        total += done;
      }
      customers =
          due.apply(AT_A_TIME + stuck.size()).stream()
              .filter(customer -> !stuck.contains(customer))
              .toList();
    }
    return total;
  }

  private static long doOrSayWhyNot(
      String what, Logger log, UUID customer, ToLongFunction<UUID> work) {
    try {
      return work.applyAsLong(customer);
    } catch (RuntimeException e) {
      log.error("Could not be done for customer {}: {}", customer, what, e);
      return 0;
    }
  }
}
