package com.heyi.web.complaints;

import com.heyi.complaints.AnnounceCalendar;
import com.heyi.complaints.CalendarView;
import com.heyi.complaints.CalendarsFacade;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which days are worked, by place, and the next year to make known. */
@PageAt(value = "/complaints/calendars.xhtml", facade = CalendarsFacade.class, needs = "list")
@Named
@ViewScoped
public class CalendarsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Deadlines reach into the time after a calendar's end from so many days before it on. */
  private static final int SOON_DAYS = 90;

  @Inject private CalendarsFacade calendars;
  @Inject private Clock clock;

  private final FormKey key = new FormKey();
  private transient List<CalendarView> list;
  private String code;
  private Integer year;
  private int seen;
  private String free;
  private String worked;
  private String source;

  /**
   * Reads the calendars, and into the form what is known of the year that was chosen: an
   * announcement says the whole of it, so whoever corrects a day must not lose the others.
   */
  public void open() {
    list = calendars.list();
    chosen()
        .ifPresent(
            calendar -> {
              seen = calendar.version();
              free = AnnouncedDays.lines(calendar.of(year), false);
              worked = AnnouncedDays.lines(calendar.of(year), true);
            });
  }

  private Optional<CalendarView> chosen() {
    return getList().stream()
        .filter(one -> one.code().equals(code) && years(one).contains(year))
        .findFirst();
  }

  /** Whether the address names a year of a calendar that may be announced. */
  public boolean isChosen() {
    return chosen().isPresent();
  }

  /** Announces the year of the form. */
  public String announce() {
    return Commands.run(key, this::announced)
        .map(done -> Go.saying("page.calendars.announced").to("/complaints/calendars"))
        .orElse(Go.STAY);
  }

  private CalendarView announced() {
    AnnouncedDays days = new AnnouncedDays().read("free", false, free).read("worked", true, worked);
    if (!days.wrong().isEmpty()) {
      throw HeyiException.ofFields(CommonError.INVALID, days.wrong());
    }
    try {
      return calendars.announce(new AnnounceCalendar(code, seen, year, days.days(), source));
    } catch (HeyiException e) {
      throw new HeyiException(e.error(), e.args(), days.atTheirFields(e.fields()), e);
    }
  }

  /** Whether deadlines that begin soon reach beyond what is known. */
  public boolean ending(CalendarView calendar) {
    return calendar.knownUntil().isBefore(LocalDate.now(clock).plusDays(SOON_DAYS));
  }

  public List<CalendarView> getList() {
    if (list == null) {
      list = calendars.list();
    }
    return list;
  }

  /** The years of a calendar that may be corrected or announced. */
  public List<Integer> years(CalendarView calendar) {
    int now = LocalDate.now(clock).getYear();
    return IntStream.rangeClosed(now, Math.max(now, calendar.knownUntil().getYear() + 1))
        .boxed()
        .toList();
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public FormKey getKey() {
    return key;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public String getFree() {
    return free;
  }

  public void setFree(String free) {
    this.free = free;
  }

  public String getWorked() {
    return worked;
  }

  public void setWorked(String worked) {
    this.worked = worked;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
