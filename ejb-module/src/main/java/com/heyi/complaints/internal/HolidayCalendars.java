package com.heyi.complaints.internal;

import com.heyi.complaints.AnnounceCalendar;
import com.heyi.complaints.CalendarDay;
import com.heyi.complaints.CalendarView;
import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.AdvisoryLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores and finds calendars; each announcement is a new version. */
@ApplicationScoped
public class HolidayCalendars {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected HolidayCalendars() {}

  /** For tests that bring their own. */
  public HolidayCalendars(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** The newest version of each, by code. */
  public List<CalendarView> newest() {
    return em.createQuery(
            "select c from HolidayCalendar c where c.key.version = (select max(o.key.version)"
                + " from HolidayCalendar o where o.key.code = c.key.code) order by c.key.code",
            HolidayCalendar.class)
        .getResultStream()
        .map(HolidayCalendar::view)
        .toList();
  }

  /**
   * @param version which one, or null for the newest
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public CalendarView view(String code, Integer version) {
    return (version == null
            ? newestOf(code)
            : Optional.ofNullable(
                em.find(HolidayCalendar.class, new HolidayCalendar.Key(code, version))))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, code))
        .view();
  }

  /** The newest version of one. */
  Optional<HolidayCalendar> newestOf(String code) {
    return em.createQuery(
            "select c from HolidayCalendar c where c.key.code = :code order by c.key.version desc",
            HolidayCalendar.class)
        .setParameter("code", code)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * Stores the next version; of two at once the second has seen an old one.
   *
   * @throws HeyiException as the facade says
   */
  public CalendarView announce(AnnounceCalendar command) {
    AdvisoryLock.of("complaints.calendar", command.code()).take(em);
    HolidayCalendar before =
        newestOf(command.code())
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.code()));
    SeenVersion.require(command.expectedVersion(), before.key().version());
    List<FieldError> wrong = wrongIn(command, before);
    if (!wrong.isEmpty()) {
      throw HeyiException.ofFields(CommonError.INVALID, wrong);
    }
    HolidayCalendar next =
        before.announced(command.year(), command.days(), command.source().strip());
    em.persist(next);
    em.flush();
    String code = command.code();
    ChangeLog.note("calendar", code, "version", before.key().version(), next.key().version());
    ChangeLog.note("calendar", code, "knownUntil", before.knownUntil(), next.knownUntil());
    noteDays(code, before.view().of(command.year()), next.view().of(command.year()));
    return next.view();
  }

  /** Each day that comes, goes or becomes another, so that nobody approves what he has not read. */
  private static void noteDays(String code, List<CalendarDay> before, List<CalendarDay> after) {
    Set<CalendarDay> gone = new LinkedHashSet<>(before);
    after.forEach(gone::remove);
    Set<CalendarDay> come = new LinkedHashSet<>(after);
    before.forEach(come::remove);
    gone.forEach(one -> ChangeLog.note("calendar", code, field(one), words(one), null));
    come.forEach(one -> ChangeLog.note("calendar", code, field(one), null, words(one)));
  }

  private static String field(CalendarDay one) {
    return one.worked() ? "worked" : "free";
  }

  private static String words(CalendarDay one) {
    return one.day() + " " + one.name();
  }

  private List<FieldError> wrongIn(AnnounceCalendar command, HolidayCalendar before) {
    List<FieldError> wrong = new ArrayList<>();
    int first = LocalDate.now(clock).getYear();
    // A year that nobody announced in time may still be, and those after it.
    int last = Math.max(first, before.knownUntil().getYear() + 1);
    if (command.year() < first || command.year() > last) {
      wrong.add(FieldError.of("year", ComplaintError.CALENDAR_YEAR.code(), first, last));
    }
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < command.days().size(); i++) {
      CalendarDay one = command.days().get(i);
      String at = "days[" + i + "].day";
      if (one.day().getYear() != command.year()) {
        wrong.add(
            FieldError.of(at, ComplaintError.CALENDAR_DAY_YEAR.code(), one.day(), command.year()));
      } else if (!seen.add(one.day())) {
        wrong.add(FieldError.of(at, ComplaintError.CALENDAR_DAY_TWICE.code(), one.day()));
      } else if (one.worked() && !WEEKEND.contains(one.day().getDayOfWeek())) {
        wrong.add(FieldError.of(at, ComplaintError.CALENDAR_DAY_WORKED.code(), one.day()));
      }
    }
    return wrong;
  }
}
