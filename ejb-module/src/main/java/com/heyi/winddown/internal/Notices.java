package com.heyi.winddown.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.winddown.NoticeStep;
import com.heyi.winddown.NoticeView;
import com.heyi.winddown.SetNotice;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long before each step its day is announced, as dated rows. */
@ApplicationScoped
public class Notices {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Notices() {}

  public Notices(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** All that were ever set, by step, the newest first. */
  public List<NoticeView> list() {
    LocalDate today = LocalDate.now(clock);
    Set<NoticeStep> found = EnumSet.noneOf(NoticeStep.class);
    List<NoticeView> all = new ArrayList<>();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select step, valid_from, days, source, set_at, set_by from winddown.notice"
                    + " order by case step when 'FREEZE' then 1 when 'MIGRATE' then 2 else 3 end,"
                    + " valid_from desc")
            .getResultList();
    for (Row row : rows) {
      NoticeStep step = row.constant("step", NoticeStep.class);
      LocalDate from = row.day("valid_from");
      boolean inForce = !from.isAfter(today) && found.add(step);
      all.add(
          new NoticeView(
              step,
              from,
              row.whole("days"),
              row.text("source"),
              row.instant("set_at"),
              row.text("set_by"),
              inForce));
    }
    return all;
  }

  /** Days of notice for an announcement today. */
  Map<NoticeStep, Integer> inForce() {
    Map<NoticeStep, Integer> days = new EnumMap<>(NoticeStep.class);
    list().stream()
        .filter(NoticeView::inForce)
        .forEach(notice -> days.put(notice.step(), notice.days()));
    return days;
  }

  /**
   * @throws HeyiException {@link WindDownError#NOTICE_PAST}, {@link WindDownError#NOTICE_DUPLICATE}
   */
  public NoticeView set(SetNotice command) {
    LocalDate today = LocalDate.now(clock);
    if (command.validFrom().isBefore(today)) {
      throw new HeyiException(WindDownError.NOTICE_PAST, today);
    }
    Integer before = inForce().get(command.step());
    int added =
        em.createNativeQuery(
                "insert into winddown.notice (step, valid_from, days, source, set_at, set_by)"
                    + " values (:step, :from, :days, :source, :now, :by) on conflict do nothing")
            .setParameter("step", command.step().name())
            .setParameter("from", command.validFrom())
            .setParameter("days", command.days())
            .setParameter("source", command.source().strip())
            .setParameter("now", clock.instant())
            .setParameter("by", CallContext.current().user())
            .executeUpdate();
    if (added == 0) {
      throw new HeyiException(WindDownError.NOTICE_DUPLICATE);
    }
    ChangeLog.note("notice", command.step(), "days", before, command.days());
    ChangeLog.note("notice", command.step(), "validFrom", null, command.validFrom());
    return list().stream()
        .filter(
            notice ->
                notice.step() == command.step() && notice.validFrom().equals(command.validFrom()))
        .findFirst()
        .orElseThrow();
  }
}
