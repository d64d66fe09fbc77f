package com.heyi.web.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongBiFunction;

/**
 * Counts the calls of every client against his budgets (token buckets: a budget unused fills up
 * again evenly, and the whole of it may be used at once).
 *
 * <p>Memory is bounded: a bucket that is full again says nothing and is dropped; when there are too
 * many all the same, the one unused for longest goes. Whoever wants to be forgotten that way has to
 * bring tens of thousands of clients, each with its own budget.
 */
public class RateLimits {
  /** The most buckets kept; about 300 bytes each. */
  static final int MOST = 50_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long SWEEP_NANOS = MINUTE.toNanos();

  private final ToLongBiFunction<String, Budget> perMinute;
  private final TimeMeter clock;
  private final int most;

  /** In the order of their last use. */
  private final Map<Key, Limited> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private long sweptAt;

  /**
   * @param perMinute how many calls of a budget a client has in a minute; 0 for no limit
   */
  public RateLimits(ToLongBiFunction<String, Budget> perMinute) {
    this(perMinute, TimeMeter.SYSTEM_NANOTIME, MOST);
  }

  RateLimits(ToLongBiFunction<String, Budget> perMinute, TimeMeter clock, int most) {
    this.perMinute = perMinute;
    this.clock = clock;
    this.most = most;
    this.sweptAt = clock.currentTimeNanos();
  }

  private record Key(String client, Budget budget) {}

  private record Limited(Bucket bucket, long perMinute) {
    boolean isWhole() {
      return bucket.getAvailableTokens() >= perMinute;
    }
  }

  /** Counts one call of the client against the budget. */
  public Allowance take(String client, Budget budget) {
    Limited limited = limited(new Key(client, budget));
    if (limited == null) {
      return Allowance.unlimited(budget);
    }
    ConsumptionProbe probe = limited.bucket().tryConsumeAndReturnRemaining(1);
    long nanos =
        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
    // Rounded up, so that who waits as told is let in.
    long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999));
    return new Allowance(
        budget, probe.isConsumed(), limited.perMinute(), probe.getRemainingTokens(), seconds);
  }

  /** How many buckets are kept now. */
  int kept() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private Limited limited(Key key) {
    synchronized (buckets) {
      sweepIfDue();
      Limited known = buckets.get(key);
      if (known != null) {
        return known;
      }
      long limit = perMinute.applyAsLong(key.client(), key.budget());
      if (limit <= 0) {
        return null;
      }
      Limited made = new Limited(bucket(limit), limit);
      buckets.put(key, made);
      if (buckets.size() > most) {
        Iterator<Key> longestUnused = buckets.keySet().iterator();
        longestUnused.next();
        longestUnused.remove();
      }
      return made;
    }
  }

  private Bucket bucket(long limit) {
    return Bucket.builder()
        .addLimit(rule -> rule.capacity(limit).refillGreedy(limit, MINUTE))
        .withCustomTimePrecision(clock)
        .build();
  }

  private void sweepIfDue() {
    long now = clock.currentTimeNanos();
    if (now - sweptAt >= SWEEP_NANOS) {
      sweptAt = now;
      buckets.values().removeIf(Limited::isWhole);
    }
  }
}
