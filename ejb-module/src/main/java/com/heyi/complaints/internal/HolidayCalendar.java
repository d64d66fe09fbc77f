package com.heyi.complaints.internal;

import com.heyi.complaints.CalendarDay;
import com.heyi.complaints.CalendarView;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/**
 * One version of what is known of the days worked in one place. Data, never changed: what is
 * announced later is a new version, and cases keep the one they began with.
 */
@Entity
@Immutable
@Table(schema = "complaints", name = "calendar")
public class HolidayCalendar {

  /**
   * Names one version of a calendar.
   *
   * @param code the place
   * @param version from 1
   */
  @Embeddable
  public record Key(String code, int version) implements java.io.Serializable {}

  /**
   * What is known of a day that differs from the week.
   *
   * @param worked whether it is worked
   * @param name what for
   */
  @Embeddable
  public record Known(boolean worked, String name) implements java.io.Serializable {}

  @EmbeddedId private Key key;

  @Column(name = "known_until")
  private LocalDate knownUntil;

  private String source;

  @ElementCollection
  @CollectionTable(
      schema = "complaints",
      name = "calendar_day",
      joinColumns = {
        @JoinColumn(name = "code", referencedColumnName = "code"),
        @JoinColumn(name = "version", referencedColumnName = "version")
      })
  @MapKeyColumn(name = "day")
  private Map<LocalDate, Known> exceptions = new HashMap<>();

  protected HolidayCalendar() {}

  Key key() {
    return key;
  }

  LocalDate knownUntil() {
    return knownUntil;
  }

  /** The next version: as this one, but for a year that is as it was announced. */
  HolidayCalendar announced(int year, List<CalendarDay> days, String where) {
    HolidayCalendar next = new HolidayCalendar();
    next.key = new Key(key.code(), key.version() + 1);
    LocalDate end = LocalDate.of(year, 12, 31);
    next.knownUntil = end.isAfter(knownUntil) ? end : knownUntil;
    next.source = where;
    exceptions.forEach(
        (day, known) -> {
          if (day.getYear() != year) {
            next.exceptions.put(day, known);
          }
        });
    days.forEach(
        one -> next.exceptions.put(one.day(), new Known(one.worked(), one.name().strip())));
    return next;
  }

  CalendarView view() {
    return new CalendarView(
        key.code(),
        key.version(),
        knownUntil,
        source,
        exceptions.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                one ->
                    new CalendarDay(one.getKey(), one.getValue().worked(), one.getValue().name()))
            .toList());
  }

  /** The days of this calendar as the deadlines count them. */
  WorkingDays days() {
    return new WorkingDays(
        exceptions.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().worked())));
  }

  /** Days worked: Mondays to Fridays, but for the exceptions either way. */
  record WorkingDays(Map<LocalDate, Boolean> exceptions) {
    WorkingDays {
      exceptions = Map.copyOf(exceptions);
    }

    boolean isWorked(LocalDate day) {
      DayOfWeek weekday = day.getDayOfWeek();
      boolean inTheWeek = weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
      return exceptions.getOrDefault(day, inTheWeek);
    }
  }
}
