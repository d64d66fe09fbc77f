package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerSegments;
import com.heyi.accounts.IdentityStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds groups of customers in the register. */
@ApplicationScoped
public class RegisterSegments implements CustomerSegments {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String MEMBERS =
      "select c.id from Customer c where c.mergedInto is null and c.identityStatus <> :erased"
          + " and c.registeredAt >= :since";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected RegisterSegments() {}

  public RegisterSegments(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Override
  public List<UUID> after(Segment segment, UUID after, int most) {
    return query(segment, "and c.id > :after order by c.id")
        .setParameter("after", after == null ? BEFORE_ALL : after)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public boolean contains(Segment segment, UUID customerId) {
    return !query(segment, "and c.id = :customer")
        .setParameter("customer", customerId)
        .getResultList()
        .isEmpty();
  }

  private TypedQuery<UUID> query(Segment segment, String rest) {
    Instant since =
        segment.registeredSince() == null
            ? Instant.EPOCH
            : segment.registeredSince().atStartOfDay(clock.getZone()).toInstant();
    String branch = segment.branch() == null ? " " : " and c.homeBranch = :branch ";
    TypedQuery<UUID> query =
        em.createQuery(MEMBERS + branch + rest, UUID.class)
            .setParameter("erased", IdentityStatus.ERASED)
            .setParameter("since", since);
    return segment.branch() == null ? query : query.setParameter("branch", segment.branch());
  }
}
