package com.heyi.learning.internal;

import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.MergedRecords;
import com.heyi.learning.EffectView;
import com.heyi.learning.internal.AnActionHelpedWhenFewerComplain.Cases;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reckons whether actions helped, from the cases of their causes. */
@ApplicationScoped
public class Effects {
  /** Days after which a complaint of the same cause is no repeat any more. */
  static final int REPEAT_DAYS = 90;

  /**
   * Days until the causes of the latest cases are known: as long as the law gives for a complex
   * one, extended. Looked at before, the months after would always seem to have fewer than those
   * before.
   */
  static final int DAYS_TO_FIND_CAUSES = 60;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private RootCauses causes;
  @Inject private CaseDirectory directory;

  protected Effects() {}

  public Effects(EntityManager em, Clock clock, RootCauses causes, CaseDirectory directory) {
    this.em = em;
    this.clock = clock;
    this.causes = causes;
    this.directory = directory;
  }

  /** What was found of these actions so far, by action and round by round. */
  Map<UUID, List<EffectView>> of(Collection<CorrectiveAction> actions) {
    return em.createQuery(
            "from Effect e where e.key.actionId in :actions order by e.key.round", Effect.class)
        .setParameter("actions", actions.stream().map(CorrectiveAction::id).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                Effect::actionId, Collectors.mapping(Effect::view, Collectors.toList())));
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

  /**
   * Cases of these causes received from a day on and before another; a repeat is one whose case
   * before, of the same customer under whichever of his records, is less than 90 days older.
   */
  private Cases cases(Set<String> below, LocalDate from, LocalDate until) {
    MergedRecords merged = MergedRecords.of(directory.mergedRecords());
    Row row =
        NamedSql.rows(
                em,
                "select count(*) as n, count(*) filter (where person is not null and"
                    + " received_at - earlier < :days * interval '1 day') as repeats from"
                    + " (select k.received_at, k.person, lag(k.received_at) over (partition by"
                    + " k.person order by k.received_at, k.complaint_id) as earlier from"
                    + " (select c.received_at, c.complaint_id, coalesce(m.customer,"
                    + " c.customer_id) as person from learning.case_cause c"
                    + MergedRecords.JOIN
                    + " on m.record = c.customer_id"
                    + " where c.cause = any(cast(:causes as text[]))"
                    + " and c.received_at >= cast(:from as timestamptz) - :days * interval '1"
                    + " day' and c.received_at < :until) k) r where received_at >= :from")
            .setParameter("causes", below.toArray(String[]::new))
            .setParameter("days", REPEAT_DAYS)
            .setParameter("records", merged.records())
            .setParameter("customers", merged.customers())
            .setParameter("from", from.atStartOfDay(clock.getZone()).toInstant())
            .setParameter("until", until.atStartOfDay(clock.getZone()).toInstant())
            .getSingleResult();
    return new Cases(row.number("n"), row.number("repeats"));
  }
}
