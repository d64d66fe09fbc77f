package com.heyi.family.internal;

import com.heyi.family.MemberRole;
import com.heyi.family.NoticeKind;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Outbox;
import com.heyi.messages.Recipient;
import com.heyi.shared.facade.Apart;
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
  @Inject private Outbox outbox;

  protected Notices() {}

  public Notices(EntityManager em, Clock clock, Outbox outbox) {
    this.em = em;
    this.clock = clock;
    this.outbox = outbox;
  }

  /** Tells it with what the running transaction does. */
  void tell(UUID householdId, UUID childId, NoticeKind kind, Money amount, String code) {
    Notice notice = new Notice(householdId, childId, kind, amount, code, clock.instant());
    em.persist(notice);
    tellGuardians(
        notice,
        householdId,
        "family." + kind,
        List.of(amount == null ? "" : amount.amount().toPlainString()));
  }

  /**
   * Tells that a payment was declined, although the transaction of the payment is rolled back; a
   * payment that is tried again tells it no more.
   */
  @Apart
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void tellApart(UUID householdId, Declined declined) {
    if (isTold(declined)) {
      return;
    }
    Notice notice = Notice.declined(householdId, declined, clock.instant());
    em.persist(notice);
    tellGuardians(
        notice,
        householdId,
        "family.DECLINED",
        List.of(
            declined.amount().amount().toPlainString(),
            "customer:" + declined.childId(),
            declined.note()));
  }

  private boolean isTold(Declined declined) {
    return declined.attempt() != null
        && em.createQuery("select count(n) from Notice n where n.attempt = :attempt", Long.class)
                .setParameter("attempt", declined.attempt())
                .getSingleResult()
            > 0;
  }

  private void tellGuardians(Notice notice, UUID householdId, String template, List<String> args) {
    for (UUID guardian : guardians(householdId)) {
      outbox.queue(
          new NewMessage(
              "family:" + notice.id() + ":" + guardian,
              Recipient.customer(guardian),
              template,
              args,
              "household:" + householdId,
              MessageChannel.APP));
    }
  }

  private List<UUID> guardians(UUID householdId) {
    return em.createQuery(
            "select k.customerId from Kinsman k where k.householdId = :household"
                + " and k.role = :guardian and k.leftOn is null",
            UUID.class)
        .setParameter("household", householdId)
        .setParameter("guardian", MemberRole.GUARDIAN)
        .getResultList();
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
