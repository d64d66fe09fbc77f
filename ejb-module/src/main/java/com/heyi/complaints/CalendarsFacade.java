package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;

import com.heyi.complaints.internal.HolidayCalendars;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Which days are worked, by place: what deadlines in working days count by. A case keeps the
 * version that it began with.
 */
@Facade
@Stateless
public class CalendarsFacade {
  @Inject private HolidayCalendars calendars;

  /** For the container. */
  public CalendarsFacade() {}

  CalendarsFacade(HolidayCalendars calendars) {
    this.calendars = calendars;
  }

  /** The newest version of every calendar, by code. */
  @Query(
      value = "complaint-calendar.list",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<CalendarView> list() {
    return calendars.newest();
  }

  /**
   * A calendar.
   *
   * @param version which one, or null for the newest
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "complaint-calendar.view",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public CalendarView view(String code, Integer version) {
    return calendars.view(code, version);
  }

  /**
   * Makes a year known, as a new version by which cases count that begin from now on. Heyi's rules
   * for approvals put it under four eyes.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#INVALID} with {@link ComplaintError#CALENDAR_YEAR}, {@link
   *     ComplaintError#CALENDAR_DAY_YEAR}, {@link ComplaintError#CALENDAR_DAY_TWICE}, {@link
   *     ComplaintError#CALENDAR_DAY_WORKED}
   */
  @Command(value = "complaint-calendar.announce", by = HEAD_OFFICE_ADMIN)
  public CalendarView announce(AnnounceCalendar command) {
    return calendars.announce(command);
  }
}
