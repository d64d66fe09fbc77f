package com.heyi.complaints.internal;

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
import java.util.Map;
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

  @EmbeddedId private Key key;

  @Column(name = "known_until")
  private LocalDate knownUntil;

  @ElementCollection
  @CollectionTable(
      schema = "complaints",
      name = "calendar_day",
      joinColumns = {
        @JoinColumn(name = "code", referencedColumnName = "code"),
        @JoinColumn(name = "version", referencedColumnName = "version")
      })
  @MapKeyColumn(name = "day")
  @Column(name = "worked")
  private Map<LocalDate, Boolean> exceptions = new HashMap<>();

  protected HolidayCalendar() {}

  Key key() {
    return key;
  }

  /** The days of this calendar as the deadlines count them. */
  WorkingDays days() {
    return new WorkingDays(exceptions);
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
