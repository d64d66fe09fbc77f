package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the answers to commands by caller and key, in the transaction of the command. The same
 * key and request gets the first answer again; the same key with another request is an error; while
 * the first is still running, the second is told so.
 */
@ApplicationScoped
public class IdempotencyStore {
  /** How long an answer is kept. A retry after that is a new request. */
  public static final Duration KEPT = Duration.ofDays(7);

  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  /** An earlier answer as it was stored. */
  record Answer(String json) {
    Object as(Type type) {
      return json == null || type == void.class ? null : Json.read(json, type);
    }
  }

  /**
   * Takes hold of the key until the transaction ends.
   *
   * @return the earlier answer, or empty when the request is new
   * @throws HeyiException {@link CommonError#KEY_IN_PROGRESS} or {@link CommonError#KEY_REUSED}
   */
  Optional<Answer> claim(String client, String key, String requestHash) {
    // An advisory lock, because a row of a transaction still running cannot be seen by others.
    boolean free =
        (Boolean)
            em.createNativeQuery(
                    "select pg_try_advisory_xact_lock(hashtextextended(:client || chr(31) || :key,"
                        + " 0))",
                    Boolean.class)
                .setParameter("client", client)
                .setParameter("key", key)
                .getSingleResult();
    if (!free) {
      throw new HeyiException(CommonError.KEY_IN_PROGRESS);
    }
    @SuppressWarnings("unchecked")
    List<Tuple> found =
        em.createNativeQuery(
                "select request_hash, answer::text as answer from shared.idempotency"
                    + " where client = :client and key = :key",
                Tuple.class)
            .setParameter("client", client)
            .setParameter("key", key)
            .getResultList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!requestHash.equals(found.get(0).get("request_hash", String.class))) {
      throw new HeyiException(CommonError.KEY_REUSED);
    }
    return Optional.of(new Answer(found.get(0).get("answer", String.class)));
  }

  void remember(String client, String key, String action, String requestHash, Object answer) {
    em.createNativeQuery(
            "insert into shared.idempotency (client, key, action, request_hash, answer, created_at)"
                + " values (:client, :key, :action, :hash, cast(:answer as jsonb), :now)")
        .setParameter("client", client)
        .setParameter("key", key)
        .setParameter("action", action)
        .setParameter("hash", requestHash)
        .setParameter("answer", answer == null ? "null" : Json.write(answer))
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  /** Forgets answers older than {@link #KEPT}; returns how many. */
  int purge() {
    return em.createNativeQuery("delete from shared.idempotency where created_at < :before")
        .setParameter("before", clock.instant().minus(KEPT))
        .executeUpdate();
  }
}
