package com.heyi.approvals.internal;

import com.heyi.shared.facade.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An approved run changes what its trial run changed, value by value. What every run makes anew
 * counts as equal, and nothing else: ids made during the run, the moment and the day of the run,
 * the id of the request, and the number drawn for a record that came into being. A sum that is
 * moved by the same amount counts as equal too, for what was approved is the movement: a customer
 * who spends points meanwhile does not void a grant. A value that is set instead is moved by
 * another amount once it has changed, so that the approval of a price holds for the price that was
 * seen.
 */
final class WhatRunsIsWhatWasShown {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern SUM = Pattern.compile("-?\\d{1,30}(\\.\\d{1,10})?");
  private static final String MOVED = "<moved by>";
  private static final String NEW_ID = "<new id>";
  private static final String NOW = "<now>";
  private static final String TODAY = "<today>";
  private static final String NUMBER = "number";
  private static final String VERSION = "version";

  private WhatRunsIsWhatWasShown() {}

  /**
   * When and by which request something ran.
   *
   * @param from when it began
   * @param to when it had ended
   * @param requestId id of the request
   * @param zone zone of the bank's days
   */
  record Run(Instant from, Instant to, String requestId, ZoneId zone) {

    private Stream<Change> comparable(List<Change> changes) {
      return changes.stream().filter(change -> !VERSION.equals(change.field())).map(this::of);
    }

    private Change of(Change change) {
      String id = of(change.id());
      boolean drawn = NUMBER.equals(change.field()) && id.contains(NEW_ID);
      if (isSum(change.before()) && isSum(change.after())) {
        BigDecimal moved = new BigDecimal(change.after()).subtract(new BigDecimal(change.before()));
        return new Change(change.thing(), id, change.field(), MOVED, moved.toPlainString());
      }
      return new Change(
          change.thing(),
          id,
          change.field(),
          of(change.before()),
          drawn ? NUMBER : of(change.after()));
    }

    private static boolean isSum(String value) {
      return value != null && SUM.matcher(value).matches();
    }

    private String of(String value) {
      if (value == null) {
        return null;
      }
      if (DAY.matcher(value).matches()) {
        return isToday(value) ? TODAY : value;
      }
      String request = value.replace(requestId, "<request>");
      String ids = replace(ID, request, id -> isOfThisRun(UUID.fromString(id)) ? NEW_ID : id);
      return replace(MOMENT, ids, moment -> isDuring(Instant.parse(moment)) ? NOW : moment);
    }

    private boolean isToday(String day) {
      return day.equals(LocalDate.ofInstant(from, zone).toString())
          || day.equals(LocalDate.ofInstant(to, zone).toString());
    }

    /** Whether an id of version 7, which begins with its time in milliseconds, was made in it. */
    private boolean isOfThisRun(UUID id) {
      long millis = id.getMostSignificantBits() >>> 16;
      return millis >= from.toEpochMilli() && millis <= to.toEpochMilli();
    }

    private boolean isDuring(Instant moment) {
      return !moment.isBefore(from) && !moment.isAfter(to);
    }

    private static String replace(Pattern what, String text, UnaryOperator<String> by) {
      return what.matcher(text)
          .replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group())));
    }
  }

  /** Whether the run changed what was shown, in whatever order. */
  static boolean holds(List<Change> shown, Run trial, List<Change> ran, Run run) {
    return sorted(trial.comparable(shown)).equals(sorted(run.comparable(ran)));
  }

  private static List<String> sorted(Stream<Change> changes) {
    return changes.map(Change::toString).sorted().toList();
  }
}
