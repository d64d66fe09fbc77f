package com.heyi.access.internal;

import com.heyi.access.RoleGrantView.Via;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far the provider's events are in the trail. A row, the memory of its event and the cursor are
 * written in one transaction, so that neither a crash nor a second node loses or doubles any.
 */
@ApplicationScoped
public class SignInsTakenOver {
  /**
   * How far behind the cursor events are read again: one may have been committed later than another
   * with a later time, and events of the same millisecond may be cut apart by a page.
   */
  static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Duration REMEMBERED = Duration.ofDays(2);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private AuditSink audit;
  @Inject private AccessHistory history;

  protected SignInsTakenOver() {}

  SignInsTakenOver(EntityManager em, AuditSink audit, AccessHistory history) {
    this.em = em;
    this.audit = audit;
    this.history = history;
  }

  /** The two kinds of event that the provider keeps apart. */
  enum Stream {
    USER,
    ADMIN
  }

  /** From when on to read. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Instant start(Stream stream) {
    Instant until =
        NamedSql.values(
                em, "select taken_until from access.cursor where stream = :stream", Instant.class)
            .setParameter("stream", stream.name())
            .getSingleResult();
    Instant from = until.minus(OVERLAP);
    return from.isBefore(Instant.EPOCH) ? Instant.EPOCH.plusMillis(1) : from;
  }

  /**
   * Writes what is new of these events and moves the cursor.
   *
   * @return how many were new; -1 when another node is at it, which makes this one give up
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int take(Stream stream, List<ProviderEvent> events) {
    boolean mine =
        !NamedSql.values(
                em,
                "select 1 from access.cursor where stream = :stream for update skip locked",
                Integer.class)
            .setParameter("stream", stream.name())
            .getResultList()
            .isEmpty();
    if (!mine) {
      return -1;
    }
    int fresh = 0;
    Instant newest = Instant.EPOCH;
    for (ProviderEvent event : events) {
      newest = event.at().isAfter(newest) ? event.at() : newest;
      if (isNew(event)) {
        event.rows().forEach(audit::record);
        remember(event);
        fresh++;
      }
    }
    em.createNativeQuery(
            "update access.cursor set taken_until = greatest(taken_until, :newest)"
                + " where stream = :stream")
        .setParameter("newest", newest)
        .setParameter("stream", stream.name())
        .executeUpdate();
    em.createNativeQuery(
            "delete from access.taken_event where happened_at < (select min(taken_until)"
                + " from access.cursor) - cast(:remembered as interval)")
        .setParameter("remembered", REMEMBERED.toHours() + " hours")
        .executeUpdate();
    return fresh;
  }

  private boolean isNew(ProviderEvent event) {
    return em.createNativeQuery(
                "insert into access.taken_event (event_key, happened_at) values (:key, :at)"
                    + " on conflict do nothing")
            .setParameter("key", event.key())
            .setParameter("at", event.at())
            .executeUpdate()
        == 1;
  }

  private void remember(ProviderEvent event) {
    if (event.signedIn()) {
      history.signedIn(
          event.who(),
          event.at(),
          event.address(),
          event.rows().get(0).changes().stream()
              .filter(change -> "client".equals(change.field()))
              .map(change -> change.after())
              .findFirst()
              .orElse(null));
    }
    for (ProviderEvent.RoleMoved moved : event.grants()) {
      // What was granted here is known already, with the person who did it, unless no answer came.
      boolean known = moved.via() == Via.HEYI && history.knows(moved.userId(), moved.role());
      if (!moved.given()) {
        history.revoked(moved.userId(), moved.role(), event.at());
      } else if (!known) {
        history.granted(moved.userId(), moved.role(), event.at(), moved.by(), moved.via());
      }
    }
  }
}
