package com.heyi.learning.internal;

import com.heyi.learning.ActionStatus;
import com.heyi.learning.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What comes due with time: reminders of open actions, and the look whether done ones helped. */
@ApplicationScoped
public class DueActions {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Problems problems;
  @Inject private Notices notices;

  /** How many days before its last day the owner of an action is reminded. */
  @Inject
  @ConfigProperty(name = "heyi.learning.remind-days", defaultValue = "7")
  private int remindDays;

  protected DueActions() {}

  public DueActions(
      EntityManager em, Clock clock, Problems problems, Notices notices, int remindDays) {
    this.em = em;
    this.clock = clock;
    this.problems = problems;
    this.notices = notices;
    this.remindDays = remindDays;
  }

  /** Reminds owners once before the last day, and owners and the problem's owner once after it. */
  void remind() {
    LocalDate today = LocalDate.now(clock);
    em.createQuery(
            "select a, p from CorrectiveAction a, Problem p where p.id = a.problemId"
                + " and a.status = :open and a.dueOn <= :until order by a.dueOn, a.id",
            Object[].class)
        .setParameter("open", ActionStatus.OPEN)
        .setParameter("until", today.plusDays(remindDays))
        .getResultList()
        .forEach(row -> remind((CorrectiveAction) row[0], (Problem) row[1], today));
  }

  private void remind(CorrectiveAction action, Problem problem, LocalDate today) {
    boolean late = today.isAfter(action.dueOn());
    notices.tell(
        "action:" + action.id() + ":" + action.dueOn() + (late ? ":overdue" : ":due"),
        late ? List.of(action.owner(), problem.owner()) : List.of(action.owner()),
        late ? NoticeKind.ACTION_OVERDUE : NoticeKind.ACTION_DUE,
        List.of(problem.number(), action.dueOn().toString()),
        "problem:" + problem.id());
  }

  /** Actions whose months have passed, the earliest first. */
  List<UUID> toCheck(int most) {
    return em.createQuery(
            "select a.id from CorrectiveAction a where a.status = :done and a.checkOn <= :today"
                + " order by a.checkOn, a.id",
            UUID.class)
        .setParameter("done", ActionStatus.DONE)
        .setParameter("today", LocalDate.now(clock))
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Looks whether it helped.
   *
   * @return whether it was still to be looked at
   */
  boolean check(UUID id) {
    CorrectiveAction action = em.find(CorrectiveAction.class, id);
    if (!action.isCheckable(LocalDate.now(clock))) {
      return false;
    }
    problems.check(action);
    return true;
  }
}
