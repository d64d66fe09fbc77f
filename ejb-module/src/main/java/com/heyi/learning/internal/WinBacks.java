package com.heyi.learning.internal;

import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.learning.FinishWinBack;
import com.heyi.learning.LearningError;
import com.heyi.learning.NoticeKind;
import com.heyi.learning.PlanWinBack;
import com.heyi.learning.WinBackMonth;
import com.heyi.learning.WinBackView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers who are to be won back. */
@ApplicationScoped
public class WinBacks {
  private static final int MONTHS = 12;

  /** As long as a complaint of the same customer is one more of the same. */
  private static final Duration AGAIN = Duration.ofDays(Effects.REPEAT_DAYS);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private RootCauses cases;
  @Inject private Notices notices;

  protected WinBacks() {}

  public WinBacks(EntityManager em, Clock clock, RootCauses cases, Notices notices) {
    this.em = em;
    this.clock = clock;
    this.cases = cases;
    this.notices = notices;
  }

  public WinBackView plan(PlanWinBack command) {
    CaseRef about = cases.require(command.complaintId());
    cases.requireInCharge(about);
    if (about.customerId() == null) {
      throw new HeyiException(LearningError.NO_CUSTOMER, about.number());
    }
    if (about.status() != ComplaintStatus.FED_BACK && about.status() != ComplaintStatus.CLOSED) {
      throw new HeyiException(LearningError.NOT_ANSWERED, about.number());
    }
    LocalDate today = LocalDate.now(clock);
    if (command.dueOn().isBefore(today)) {
      throw CommonError.invalid("dueOn", LearningError.DAY_PAST, today);
    }
    WinBack task = new WinBack(command, about, CallContext.current().user(), clock.instant());
    em.persist(task);
    em.flush();
    WinBackView view = task.view(today);
    notices.tell(
        "win-back:" + view.id(),
        List.of(task.owner()),
        NoticeKind.WIN_BACK_DUE,
        List.of(about.number(), command.dueOn().toString()),
        "complaint:" + about.id());
    return view;
  }

  public WinBackView finish(FinishWinBack command) {
    WinBack task =
        Optional.ofNullable(em.find(WinBack.class, command.winBackId()))
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.winBackId()));
    Caller caller = CallContext.current();
    if (!caller.user().equals(task.owner()) && !caller.has(Role.HEAD_OFFICE_ADMIN)) {
      throw new HeyiException(LearningError.NOT_OWNER, task.owner());
    }
    task.finish(command, caller.user(), clock.instant());
    em.flush();
    return task.view(LocalDate.now(clock));
  }

  /** The customer of these records complains: those who won him back of late did not. */
  void complained(Set<UUID> records) {
    Instant now = clock.instant();
    em.createQuery(
            "from WinBack w where w.customerId in :records and w.doneAt >= :since"
                + " and w.againAt is null",
            WinBack.class)
        .setParameter("records", records)
        .setParameter("since", now.minus(AGAIN))
        .getResultList()
        .forEach(task -> task.again(now));
  }

  /** A part of the tasks; see the facade for its filters. */
  public Page<WinBackView> page(PageRequest request) {
    LocalDate today = LocalDate.now(clock);
    Page<WinBackView> page =
        Listing.of(WinBack.class, Sort.ascending("dueOn"))
            .sort("dueOn", "dueOn")
            .filter("owner", Filter.account("owner"))
            .filter("complaint", Filter.id("complaintId"))
            .filter(
                "open",
                (cb, root, name, text) ->
                    text.equals("no")
                        ? cb.isNotNull(root.get("doneAt"))
                        : cb.isNull(root.get("doneAt")))
            .page(em, request, task -> task.view(today));
    page.items().forEach(one -> ChangeLog.noteShown(one.customerId()));
    return page;
  }

  /**
   * How it went, of the last twelve months, the latest first; months without a task are left out.
   */
  public List<WinBackMonth> months() {
    Instant since =
        YearMonth.now(clock)
            .minusMonths(MONTHS - 1L)
            .atDay(1)
            .atStartOfDay(clock.getZone())
            .toInstant();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select to_char(done_at at time zone :zone, 'YYYY-MM') as month, count(*) as done,"
                    + " count(*) filter (where outcome = 'STAYS') as stays,"
                    + " count(*) filter (where outcome = 'LEAVES') as leaves,"
                    + " count(*) filter (where outcome = 'NOT_REACHED') as missed,"
                    + " count(*) filter (where outcome = 'STAYS' and again_at is not null) as again"
                    + " from learning.win_back where done_at >= :since group by 1 order by 1 desc")
            .setParameter("zone", clock.getZone().getId())
            .setParameter("since", since)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new WinBackMonth(
                    YearMonth.parse(row.text("month")),
                    row.number("done"),
                    row.number("stays"),
                    row.number("leaves"),
                    row.number("missed"),
                    row.number("again")))
        .toList();
  }
}
