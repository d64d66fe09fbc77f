package com.heyi.family.internal;

import com.heyi.family.NoticeKind;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tells guardians what they should know. */
@ApplicationScoped
public class Notices {
  private static final int LATEST = 20;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Notices() {}

  public Notices(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** Tells it with what the running transaction does. */
  void tell(UUID householdId, UUID childId, NoticeKind kind, Money amount, String code) {
    em.persist(new Notice(householdId, childId, kind, amount, code, clock.instant()));
  }

  /** Tells it although the running transaction will be rolled back. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void tellApart(
      UUID householdId, UUID childId, NoticeKind kind, Money amount, String code) {
    tell(householdId, childId, kind, amount, code);
  }

  /** The latest. */
  List<Notice> latest(UUID householdId) {
    return em.createQuery(
            "from Notice n where n.householdId = :household order by n.toldAt desc, n.id",
            Notice.class)
        .setParameter("household", householdId)
        .setMaxResults(LATEST)
        .getResultList();
  }
}
