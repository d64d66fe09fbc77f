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
    String who = who(maker);
    String what = what(target);
    AdvisoryLock.of(
            "approvals.done-alone",
            byTarget(rule) ? String.join("\n", who, action, what) : String.join("\n", who, action))
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
    return with(maker, action, target, 0, now, rule);
  }

  /** What this weight comes to with what is there, without adding it. */
  long with(Caller maker, String action, String target, long weight, Instant now, FourEyes rule) {
    TypedQuery<Long> sum =
        NamedSql.values(
                em,
                "select cast(least(coalesce(sum(weight), 0) + cast(:weight as numeric),"
                    + " 9223372036854775807) as bigint)"
                    + " from approvals.done_alone where maker = :maker and action = :action"
                    + " and done_at > :since"
                    + (byTarget(rule) ? " and target = :target" : ""),
                Long.class)
            .setParameter("weight", weight)
            .setParameter("maker", who(maker))
            .setParameter("action", action)
            .setParameter("since", now.minus(rule.within()));
    if (byTarget(rule)) {
      sum.setParameter("target", what(target));
    }
    return sum.getSingleResult();
  }

  private static String who(Caller maker) {
    return maker.user().strip().toLowerCase(Locale.ROOT);
  }

  private static String what(String target) {
    return target == null ? "" : target;
  }

  private static boolean byTarget(FourEyes rule) {
    return rule.addsUpBy() == AddsUpBy.TARGET;
  }

  /** Forgets what no rule can look back to any more; answers how many. */
  long forget() {
    return NamedSql.values(em, "select approvals.forget_done_alone()", Long.class)
        .getSingleResult();
  }
}
