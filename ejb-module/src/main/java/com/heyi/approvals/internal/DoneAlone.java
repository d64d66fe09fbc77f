package com.heyi.approvals.internal;

import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.FourEyes;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Locale;

/**
 * What makers did without a second person where amounts add up, so that a large one cannot be cut
 * into small ones. Kept for as long as the longest rule looks back; what happened stands in the
 * trail.
 */
@ApplicationScoped
public class DoneAlone {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected DoneAlone() {}

  DoneAlone(EntityManager em) {
    this.em = em;
  }

  /** Adds one and answers what it comes to with those before it that the rule counts. */
  long add(Caller maker, String action, String target, long weight, Instant now, FourEyes rule) {
    String who = maker.user().strip().toLowerCase(Locale.ROOT);
    String what = target == null ? "" : target;
    boolean byTarget = rule.addsUpBy() == AddsUpBy.TARGET;
    AdvisoryLock.of(
            "approvals.done-alone",
            byTarget ? String.join("\n", who, action, what) : String.join("\n", who, action))
        .take(em);
    em.createNativeQuery(
            "insert into approvals.done_alone (id, maker, action, target, weight, done_at)"
                + " values (:id, :maker, :action, :target, :weight, :now)")
        .setParameter("id", Ids.next())
        .setParameter("maker", who)
        .setParameter("action", action)
        .setParameter("target", what)
        .setParameter("weight", weight)
        .setParameter("now", now)
        .executeUpdate();
    TypedQuery<Long> sum =
        NamedSql.values(
                em,
                "select cast(least(sum(weight), 9223372036854775807) as bigint)"
                    + " from approvals.done_alone where maker = :maker and action = :action"
                    + " and done_at > :since"
                    + (byTarget ? " and target = :target" : ""),
                Long.class)
            .setParameter("maker", who)
            .setParameter("action", action)
            .setParameter("since", now.minus(rule.within()));
    if (byTarget) {
      sum.setParameter("target", what);
    }
    return sum.getSingleResult();
  }

  /** Forgets what no rule can look back to any more; answers how many. */
  long forget() {
    return NamedSql.values(em, "select approvals.forget_done_alone()", Long.class)
        .getSingleResult();
  }
}
