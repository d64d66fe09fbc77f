package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.json.Json;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Remembers the answers to commands by caller and key, in the transaction of the command. The same
 * key and request gets the first answer again; the same key with another request is an error; while
 * the first is still running, the second is told so.
 */
@ApplicationScoped
public class IdempotencyStore implements KeptForATime, PersonalData {
  private static final String KIND = "idempotency-answers";
  private static final String NAMES_HIM =
      "exists (select 1 from unnest(cast(:marks as text[])) mark"
          + " where position(mark in cast(answer as text)) > 0)";

  /** Stands in no name of a client, so that no two pairs of client and key look alike. */
  private static final char SEPARATOR = 31;

  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected IdempotencyStore() {}

  public IdempotencyStore(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

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
    if (!AdvisoryLock.of("shared.idempotency", client + SEPARATOR + key).tryTake(em)) {
      throw new HeyiException(CommonError.KEY_IN_PROGRESS);
    }
    record Remembered(String requestHash, Answer answer) {}
    Optional<Remembered> found =
        new Sql(em)
            .one(
                row -> new Remembered(row.getString(1), new Answer(row.getString(2))),
                "select request_hash, answer::text from shared.idempotency"
                    + " where client = ? and key = ?",
                client,
                key);
    if (found.isPresent() && !requestHash.equals(found.get().requestHash())) {
      throw new HeyiException(CommonError.KEY_REUSED);
    }
    return found.map(Remembered::answer);
  }

  void remember(String client, String key, String action, String requestHash, Object answer) {
    new Sql(em)
        .write(
            "insert into shared.idempotency (client, key, action, request_hash, answer, created_at)"
                + " values (?, ?, ?, ?, cast(? as jsonb), ?)",
            client,
            key,
            action,
            requestHash,
            answer == null ? "null" : Json.write(answer),
            clock.instant());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  /** Forgets old answers; a retry after that is a new request. */
  @Override
  public int forget(String kind, Instant before, int most) {
    return em.createNativeQuery(
            "delete from shared.idempotency where (client, key) in (select client, key"
                + " from shared.idempotency where created_at < :before"
                + " order by created_at limit :most)")
        .setParameter("before", before)
        .setParameter("most", most)
        .executeUpdate();
  }

  @Override
  public String holder() {
    return "shared";
  }

  /** Nothing: an answer is a copy of what the modules tell themselves. */
  @Override
  public void export(Person person, Sections out) {
    // A copy for retries, gone within days.
  }

  @Override
  public long erase(Erasure erasure) {
    return em.createNativeQuery("delete from shared.idempotency where " + NAMES_HIM)
        .setParameter("marks", marks(erasure.person()))
        .executeUpdate();
  }

  @Override
  public long remaining(Person person) {
    return NamedSql.values(
            em, "select count(*) from shared.idempotency where " + NAMES_HIM, Long.class)
        .setParameter("marks", marks(person))
        .getSingleResult();
  }

  private static String[] marks(Person person) {
    return Stream.concat(person.marks().stream(), Stream.of(person.customerId().toString()))
        .toArray(String[]::new);
  }
}
