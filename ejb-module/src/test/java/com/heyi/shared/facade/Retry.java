package com.heyi.shared.facade;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Calls under an idempotency key, as the interceptor of the facades makes them, for tests. */
public final class Retry {
  private Retry() {}

  /**
   * Does the work once for a key, and answers what it answered then for every retry.
   *
   * @param request what is asked, by which another request under the same key is told
   */
  public static <T> T once(
      EntityManager em, Clock clock, String key, List<?> request, Class<T> type, Supplier<T> work) {
    IdempotencyStore store = new IdempotencyStore(em, clock);
    String client = CallContext.current().user();
    String hash = RequestHash.of("test", request.toArray());
    return store
        .claim(client, key, hash)
        .map(earlier -> type.cast(earlier.as(type)))
        .orElseGet(
            () -> {
              T answer = work.get();
              em.flush();
              store.remember(client, key, "test", hash, answer);
              return answer;
            });
  }
}
