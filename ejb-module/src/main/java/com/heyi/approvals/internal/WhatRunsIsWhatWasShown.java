package com.heyi.approvals.internal;

import com.heyi.shared.facade.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An approved run changes what its trial run changed, value by value. What every run makes anew
 * counts as equal, and nothing else: ids made during the run, the moment and the day of the run,
 * the id of the request, and the number drawn for a record that came into being. A sum that is
 * moved by the same amount counts as equal too, for what was approved is the movement: a customer
 * who spends points meanwhile does not void a grant. A value that is set instead is moved by
 * another amount once it has changed, so that the approval of a price holds for the price that was
 * seen.
 *
 * <p>A day or a moment that stands in the arguments is the same in both runs and counts as equal,
 * also where it happens to be the day of one of them.
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

    private List<Seen> seen(List<Change> changes) {
      return changes.stream()
          .filter(change -> !VERSION.equals(change.field()))
          .map(Run::moved)
          .map(change -> new Seen(change, of(change, false), of(change, true)))
          .toList();
    }

    private static Change moved(Change change) {
      if (!isSum(change.before()) || !isSum(change.after())) {
        return change;
      }
      BigDecimal moved = new BigDecimal(change.after()).subtract(new BigDecimal(change.before()));
      return new Change(change.thing(), change.id(), change.field(), MOVED, moved.toPlainString());
    }

    private Change of(Change change, boolean times) {
      String id = of(change.id(), times);
      boolean drawn = NUMBER.equals(change.field()) && id.contains(NEW_ID);
      return new Change(
          change.thing(),
          id,
          change.field(),
          of(change.before(), times),
          drawn ? NUMBER : of(change.after(), times));
    }

    private static boolean isSum(String value) {
      return value != null && SUM.matcher(value).matches();
    }

    /** The value without what the run made anew, its times only if asked for. */
    private String of(String value, boolean times) {
      if (value == null) {
        return null;
      }
      if (DAY.matcher(value).matches()) {
        return times && isToday(value) ? TODAY : value;
      }
      String request = value.replace(requestId, "<request>");
      String ids = replace(ID, request, id -> isOfThisRun(UUID.fromString(id)) ? NEW_ID : id);
      return !times
          ? ids
          : replace(MOMENT, ids, moment -> isDuring(Instant.parse(moment)) ? NOW : moment);
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

  /**
   * A change as it was noted, and with what its run made anew replaced.
   *
   * @param noted as it was noted, a sum as what it was moved by
   * @param timed the same with its times as they were, but without ids made anew
   * @param anew the same without what every run makes anew
   */
  private record Seen(Change noted, Change timed, Change anew) {

    private boolean isSameAs(Seen other) {
      return noted.thing().equals(other.noted.thing())
          && noted.field().equals(other.noted.field())
          && isSame(other, Change::id)
          && isSame(other, Change::before)
          && isSame(other, Change::after);
    }

    private boolean isSame(Seen other, Function<Change, String> part) {
      return Objects.equals(part.apply(noted), part.apply(other.noted))
          || Objects.equals(part.apply(timed), part.apply(other.timed))
          || Objects.equals(part.apply(anew), part.apply(other.anew));
    }
  }

  /** Whether the run changed what was shown, in whatever order. */
  static boolean holds(List<Change> shown, Run trial, List<Change> ran, Run run) {
    List<Seen> expected = new ArrayList<>(trial.seen(shown));
    List<Seen> found = new ArrayList<>(run.seen(ran));
    // A day that was given finds itself first, so that nothing else takes its partner for today.
    pairOff(expected, found, Seen::noted);
    pairOff(expected, found, Seen::timed);
    pairOff(expected, found, Seen::anew);
    return expected.size() == found.size()
        && expected.stream().allMatch(seen -> removeFirst(found, seen));
  }

  private static void pairOff(List<Seen> expected, List<Seen> found, Function<Seen, Change> by) {
    Map<Change, Deque<Seen>> partners = new HashMap<>();
    found.forEach(
        seen -> partners.computeIfAbsent(by.apply(seen), same -> new ArrayDeque<>()).add(seen));
    Set<Seen> paired = Collections.newSetFromMap(new IdentityHashMap<>());
    expected.removeIf(
        seen -> {
          Deque<Seen> same = partners.get(by.apply(seen));
          return same != null && !same.isEmpty() && paired.add(same.remove());
        });
    found.removeIf(paired::contains);
  }

  private static boolean removeFirst(List<Seen> found, Seen seen) {
    for (int at = 0; at < found.size(); at++) {
      if (seen.isSameAs(found.get(at))) {
        found.remove(at);
        return true;
      }
    }
    return false;
  }
}
