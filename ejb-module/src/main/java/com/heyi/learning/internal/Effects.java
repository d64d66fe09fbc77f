package com.heyi.learning.internal;

import com.heyi.learning.EffectView;
import com.heyi.learning.internal.AnActionHelpedWhenFewerComplain.Cases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Reckons whether actions helped, from the cases of their causes. */
@ApplicationScoped
public class Effects {
  /** Days after which a complaint of the same cause is no repeat any more. */
  static final int REPEAT_DAYS = 90;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private RootCauses causes;

  protected Effects() {}

  public Effects(EntityManager em, Clock clock, RootCauses causes) {
    this.em = em;
    this.clock = clock;
    this.causes = causes;
  }

  /** What was found of an action so far, round by round. */
  List<EffectView> of(CorrectiveAction action) {
    return em.createQuery(
            "from Effect e where e.key.actionId = :action order by e.key.round", Effect.class)
        .setParameter("action", action.id())
        .getResultStream()
        .map(Effect::view)
        .toList();
  }

  /** What the months before and after say; the day on which it was done belongs to neither. */
  Effect of(CorrectiveAction action, String cause, String who) {
    LocalDate done = LocalDate.ofInstant(action.doneAt(), clock.getZone());
    int months = action.checkMonths();
    Set<String> below = causes.subtree(cause);
    Cases before = cases(below, done.minusMonths(months), done);
    Cases after = cases(below, done.plusDays(1), done.plusMonths(months).plusDays(1));
    return new Effect(action, cause, done, before, after, who, clock.instant());
  }

  /** Cases of these causes received from a day on and before another. */
  private Cases cases(Set<String> below, LocalDate from, LocalDate until) {
    Tuple row =
        (Tuple)
            em.createNativeQuery(
                    "select count(*) as n, count(*) filter (where exists (select from"
                        + " learning.case_cause e where e.customer_id = c.customer_id"
                        + " and e.complaint_id <> c.complaint_id"
                        + " and e.cause = any(cast(:causes as text[]))"
                        + " and e.received_at <= c.received_at"
                        + " and e.received_at > c.received_at - :days * interval '1 day'"
                        + " and (e.received_at, e.complaint_id) < (c.received_at, c.complaint_id)))"
                        + " as repeats from learning.case_cause c"
                        + " where c.cause = any(cast(:causes as text[]))"
                        + " and c.received_at >= :from and c.received_at < :until",
                    Tuple.class)
                .setParameter("causes", below.toArray(String[]::new))
                .setParameter("days", REPEAT_DAYS)
                .setParameter("from", from.atStartOfDay(clock.getZone()).toInstant())
                .setParameter("until", until.atStartOfDay(clock.getZone()).toInstant())
                .getSingleResult();
    return new Cases(
        ((Number) row.get("n")).longValue(), ((Number) row.get("repeats")).longValue());
  }
}
