package com.heyi.promotions.internal;

import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/**
 * One row for each customer that has to do with promotions. Whoever counts what a customer has had,
 * to give him one more, holds it first; so he gets no more than he may, however often he asks at
 * once.
 */
@ApplicationScoped
public class Members {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Members() {}

  public Members(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** Holds these customers' rows to the end of the transaction, always in the same order. */
  void hold(Collection<UUID> customers) {
    String[] ids = NamedSql.uuids(customers);
    em.createNativeQuery(
            "insert into promotions.member (customer_id, since)"
                + " select id, :now from unnest(cast(:ids as uuid[])) id order by id"
                + " on conflict do nothing")
        .setParameter("now", clock.instant())
        .setParameter("ids", ids)
        .executeUpdate();
    NamedSql.values(
            em,
            "select customer_id from promotions.member"
                + " where customer_id = any(cast(:ids as uuid[])) order by customer_id"
                + " for no key update",
            UUID.class)
        .setParameter("ids", ids)
        .getResultList();
  }
}
