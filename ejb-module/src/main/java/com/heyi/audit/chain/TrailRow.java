package com.heyi.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A row of the trail before it has its place in the chain. Texts must be what the database can
 * store: no longer than their columns, without the character 0 and without halves of characters.
 *
 * @param recordedAt when, in microseconds
 * @param changes as {@link ChangesText} writes them, or null
 * @param versions {@link Versions#hash} of the revision, or null
 * @param shown the customers whose data a read has shown
 */
public record TrailRow(
    UUID id,
    Instant recordedAt,
    String who,
    String roles,
    String branch,
    String address,
    String channel,
    String requestId,
    String module,
    String action,
    String target,
    String reason,
    boolean change,
    String outcome,
    String errorCode,
    String changes,
    UUID approval,
    Long revision,
    String versions,
    Set<UUID> shown) {

  public TrailRow {
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    shown = Collections.unmodifiableSet(new TreeSet<>(shown));
  }

  /** A row that vouches for no versions. */
  public TrailRow(
      UUID id,
      Instant recordedAt,
      String who,
      String roles,
      String branch,
      String address,
      String channel,
      String requestId,
      String module,
      String action,
      String target,
      String reason,
      boolean change,
      String outcome,
      String errorCode,
      String changes,
      UUID approval,
      Long revision) {
    this(
        id,
        recordedAt,
        who,
        roles,
        branch,
        address,
        channel,
        requestId,
        module,
        action,
        target,
        reason,
        change,
        outcome,
        errorCode,
        changes,
        approval,
        revision,
        null,
        Set.of());
  }

  /** A row that the keeping of the trail itself leaves. */
  static TrailRow bySystem(
      UUID id, Instant at, String action, String target, String changes, Long revision) {
    return new TrailRow(
        id, at, "system", "", null, "local", "SYSTEM", "-", "audit", action, target, null, true,
        "DONE", null, changes, null, revision);
  }

  /** The same row, telling whom a read has shown. */
  public TrailRow showing(Set<UUID> customers) {
    return with(versions, customers);
  }

  /** The customers as the database writes them, or null when there are none. */
  String shownText() {
    return shown.isEmpty()
        ? null
        : shown.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /** The same row, vouching for the versions of its revision. */
  public TrailRow vouchingFor(String hashOfVersions) {
    return with(hashOfVersions, shown);
  }

  private TrailRow with(String hashOfVersions, Set<UUID> customers) {
    return new TrailRow(
        id,
        recordedAt,
        who,
        roles,
        branch,
        address,
        channel,
        requestId,
        module,
        action,
        target,
        reason,
        change,
        outcome,
        errorCode,
        changes,
        approval,
        revision,
        hashOfVersions,
        customers);
  }

  /** The place that this row takes right after that one. */
  Link after(Link last) {
    long seq = last.seq() + 1;
    return new Link(last.lane(), seq, EntryColumn.hash(last.hash(), values(last.lane(), seq)));
  }

  private List<String> values(int lane, long seq) {
    List<String> values = new ArrayList<>(EntryColumn.values().length);
    values.add(Integer.toString(lane));
    values.add(Long.toString(seq));
    values.add(id.toString());
    values.add(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)));
    values.add(who);
    values.add(roles);
    values.add(branch);
    values.add(address);
    values.add(channel);
    values.add(requestId);
    values.add(module);
    values.add(action);
    values.add(target);
    values.add(reason);
    values.add(Boolean.toString(change));
    values.add(outcome);
    values.add(errorCode);
    values.add(changes);
    values.add(text(approval));
    values.add(text(revision));
    values.add(versions);
    values.add(shownText());
    return values;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
