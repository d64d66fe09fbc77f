package com.heyi.relationship.internal;

import com.heyi.relationship.LifecycleView;
import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.SetLifecycle;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What dormant and lost mean, as dated rows. */
@ApplicationScoped
public class Lifecycles {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Lifecycles() {}

  public Lifecycles(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** All that were ever set, the newest first. */
  public List<LifecycleView> list() {
    LocalDate end = YearMonth.now(clock).atEndOfMonth();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select valid_from, dormant_after, lost_after, source, set_at, set_by"
                    + " from relationship.lifecycle order by valid_from desc")
            .getResultList();
    boolean found = false;
    List<LifecycleView> all = new ArrayList<>();
    for (Row row : rows) {
      LocalDate from = row.day("valid_from");
      boolean inForce = !found && !from.isAfter(end);
      found |= inForce;
      all.add(
          new LifecycleView(
              from,
              row.whole("dormant_after"),
              row.whole("lost_after"),
              row.text("source"),
              row.instant("set_at"),
              row.text("set_by"),
              inForce));
    }
    return all;
  }

  /** What holds for a month: by its last day. */
  static LifecycleView on(List<LifecycleView> all, YearMonth month) {
    return all.stream()
        .filter(view -> !view.validFrom().isAfter(month.atEndOfMonth()))
        .findFirst()
        .orElse(all.get(all.size() - 1));
  }

  /**
   * @throws HeyiException {@link RelationshipError}
   */
  public LifecycleView set(SetLifecycle command) {
    LocalDate earliest = LocalDate.now(clock).plusDays(1);
    if (command.validFrom().isBefore(earliest)) {
      throw new HeyiException(RelationshipError.LIFECYCLE_PAST, earliest);
    }
    if (command.lostAfter() <= command.dormantAfter()) {
      throw new HeyiException(RelationshipError.LIFECYCLE_ORDER);
    }
    LifecycleView before = on(list(), YearMonth.from(command.validFrom().minusDays(1)));
    int added =
        em.createNativeQuery(
                "insert into relationship.lifecycle (valid_from, dormant_after, lost_after, source,"
                    + " set_at, set_by) values (:from, :dormant, :lost, :source, :now, :by)"
                    + " on conflict do nothing")
            .setParameter("from", command.validFrom())
            .setParameter("dormant", command.dormantAfter())
            .setParameter("lost", command.lostAfter())
            .setParameter("source", command.source().strip())
            .setParameter("now", clock.instant())
            .setParameter("by", CallContext.current().user())
            .executeUpdate();
    if (added == 0) {
      throw new HeyiException(RelationshipError.LIFECYCLE_DUPLICATE);
    }
    LocalDate id = command.validFrom();
    ChangeLog.note("lifecycle", id, "dormantAfter", before.dormantAfter(), command.dormantAfter());
    ChangeLog.note("lifecycle", id, "lostAfter", before.lostAfter(), command.lostAfter());
    return list().stream().filter(view -> view.validFrom().equals(id)).findFirst().orElseThrow();
  }
}
