package com.heyi.web.complaints;

import com.heyi.complaints.CalendarDay;
import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Days as they are typed from a notice: a line a day, or a first and a last one, and what for. What
 * cannot be read is told with its line.
 */
final class AnnouncedDays {
  private static final int LONGEST = 31;
  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:\\s*[-–—~～至到]?\\s*(\\d{4}-\\d{2}-\\d{2}))?\\s+(\\S.*)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** The path of an error of all days, or of one by its place in {@link #days()}. */
  private static final Pattern PATH = Pattern.compile("days(?:\\[(\\d+)].*)?");

  private final List<CalendarDay> days = new ArrayList<>();
  private final List<FieldError> wrong = new ArrayList<>();

  /**
   * Reads a field.
   *
   * @param field its name
   * @param worked whether its days are worked
   */
  AnnouncedDays read(String field, boolean worked, String text) {
    int number = 0;
    for (String line : (text == null ? "" : text).lines().toList()) {
      number++;
      if (!line.isBlank() && !read(line.strip(), worked)) {
        wrong.add(FieldError.of(field, ComplaintError.CALENDAR_LINE.code(), number, line.strip()));
      }
    }
    return this;
  }

  private boolean read(String line, boolean worked) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return false;
    }
    try {
      LocalDate first = LocalDate.parse(parts.group(1));
      LocalDate last = parts.group(2) == null ? first : LocalDate.parse(parts.group(2));
      if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
        return false;
      }
      first
          .datesUntil(last.plusDays(1))
          .forEach(day -> days.add(new CalendarDay(day, worked, parts.group(3).strip())));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** These days as they are typed, a line a day. */
  static String lines(List<CalendarDay> days, boolean worked) {
    return days.stream()
        .filter(one -> one.worked() == worked)
        .map(one -> one.day() + " " + one.name())
        .collect(Collectors.joining("\n"));
  }

  List<CalendarDay> days() {
    return days;
  }

  /**
   * What the desk says against the days, at the fields that they were typed in: a day's at its own,
   * that of all days at the first.
   */
  List<FieldError> atTheirFields(List<FieldError> errors) {
    return errors.stream().map(this::atItsField).toList();
  }

  private FieldError atItsField(FieldError error) {
    Matcher path = PATH.matcher(error.field());
    if (!path.matches()) {
      return error;
    }
    boolean worked = path.group(1) != null && days.get(Integer.parseInt(path.group(1))).worked();
    return new FieldError(worked ? "worked" : "free", error.code(), error.args());
  }

  List<FieldError> wrong() {
    return wrong;
  }
}
