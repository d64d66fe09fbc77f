package com.heyi.mall.internal;

import com.heyi.mall.GrantKind;
import com.heyi.mall.LotSource;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * Points granted together, with one last day. Its expiry never changes; what remains moves between
 * nothing and what was granted.
 */
final class Lot {
  /** The order in which lots are debited: the soonest to expire first, never last, then by age. */
  static final Comparator<Lot> EARLIEST_EXPIRY_FIRST =
      Comparator.comparing(Lot::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Lot::grantedOn)
          .thenComparing(Lot::id);

  private final UUID id;
  private final LotSource source;
  private final GrantKind kind;
  private final Points granted;
  private final LocalDate grantedOn;
  private final LocalDate expiresOn;
  private final UUID from;
  private final boolean restored;
  private final Unlocking unlocking;
  private Points remaining;
  private Points locked;
  private Points waived;

  /**
   * When locked points become usable.
   *
   * @param on the first day, or null
   * @param by the event, or null
   */
  record Unlocking(LocalDate on, String by) {
    static final Unlocking NONE = new Unlocking(null, null);

    boolean isNone() {
      return on == null && by == null;
    }
  }

  /**
   * @param from the lot that a restored, transferred or moved one comes from; null for others
   * @param restored whether its points were restored, in it or in a lot that they come from
   * @param waived points of it that were given up when its grant was reversed, and are still spent
   */
  Lot(
      UUID id,
      LotSource source,
      GrantKind kind,
      Points granted,
      Points remaining,
      Points locked,
      LocalDate grantedOn,
      LocalDate expiresOn,
      UUID from,
      boolean restored,
      Unlocking unlocking,
      Points waived) {
    this.id = id;
    this.source = source;
    this.kind = kind;
    this.granted = granted;
    this.remaining = remaining;
    this.locked = locked;
    this.grantedOn = grantedOn;
    this.expiresOn = expiresOn;
    this.from = from;
    this.restored = restored;
    this.unlocking = unlocking;
    this.waived = waived;
  }

  static Lot granted(Points points, LocalDate on, LocalDate expiresOn) {
    return granted(GrantKind.STANDARD, points, on, expiresOn, Unlocking.NONE);
  }

  /** A lot for points just granted: locked as a whole, unless there is nothing to wait for. */
  static Lot granted(
      GrantKind kind, Points points, LocalDate on, LocalDate expiresOn, Unlocking unlocking) {
    boolean free = unlocking.isNone();
    return new Lot(
        Ids.next(),
        LotSource.GRANTED,
        kind,
        points,
        free ? points : Points.ZERO,
        free ? Points.ZERO : points,
        on,
        expiresOn,
        null,
        false,
        unlocking,
        Points.ZERO);
  }

  /** A lot for points added by hand. */
  static Lot adjusted(Points points, LocalDate on, LocalDate expiresOn) {
    return free(LotSource.ADJUSTED, GrantKind.STANDARD, points, on, expiresOn, null, false);
  }

  /** A new lot for points that came from this one after it had expired. */
  Lot restored(Points points, LocalDate on, LocalDate until) {
    return free(LotSource.RESTORED, kind, points, on, until, id, true);
  }

  /** A lot of somebody else's for points that come from this one; it lives no longer. */
  Lot transferred(Points points, LocalDate on) {
    return free(LotSource.TRANSFERRED, kind, points, on, expiresOn, id, restored);
  }

  /** A lot under another record of the same person for points that come from this one. */
  Lot moved(Points points) {
    return free(LotSource.MOVED, kind, points, grantedOn, expiresOn, id, restored);
  }

  private static Lot free(
      LotSource source,
      GrantKind kind,
      Points points,
      LocalDate on,
      LocalDate expiresOn,
      UUID from,
      boolean restored) {
    return new Lot(
        Ids.next(),
        source,
        kind,
        points,
        points,
        Points.ZERO,
        on,
        expiresOn,
        from,
        restored,
        Unlocking.NONE,
        Points.ZERO);
  }

  /** Whether its points can be used on this day; the last day itself included. */
  boolean usableOn(LocalDate day) {
    return expiresOn == null || !day.isAfter(expiresOn);
  }

  /**
   * @throws IllegalArgumentException when it holds fewer
   */
  void take(Points points) {
    remaining = remaining.minus(points);
  }

  /**
   * @throws IllegalStateException when it would then hold more than was ever granted
   */
  void giveBack(Points points) {
    Points after = remaining.plus(points);
    if (after.plus(locked).isMoreThan(granted)) {
      throw new IllegalStateException("Lot " + id + " would hold more than was granted");
    }
    remaining = after;
  }

  /**
   * Points that were spent or held come back: those that had been given up are forfeited first.
   *
   * @return how many are forfeited and are not in it
   */
  Points comeBack(Points points) {
    Points gone = forfeit(points);
    giveBack(points.minus(gone));
    return gone;
  }

  /**
   * Of points that come back those that had been given up; they never go into it again.
   *
   * @return how many
   */
  Points forfeit(Points points) {
    Points gone = points.min(waived);
    waived = waived.minus(gone);
    return gone;
  }

  /** Gives up points of it that are spent, as its grant is reversed. */
  void waive(Points points) {
    waived = waived.plus(points);
  }

  /** Makes its locked points usable; answers how many. */
  Points activate() {
    Points freed = locked;
    remaining = remaining.plus(freed);
    locked = Points.ZERO;
    return freed;
  }

  /**
   * Takes points that are locked.
   *
   * @throws IllegalArgumentException when it holds fewer
   */
  void takeLocked(Points points) {
    locked = locked.minus(points);
  }

  /** Whether its locked points become usable on this day or were to before. */
  boolean activatesBy(LocalDate day) {
    return !locked.isZero() && unlocking.on() != null && !day.isBefore(unlocking.on());
  }

  UUID id() {
    return id;
  }

  LotSource source() {
    return source;
  }

  Points granted() {
    return granted;
  }

  Points remaining() {
    return remaining;
  }

  LocalDate grantedOn() {
    return grantedOn;
  }

  LocalDate expiresOn() {
    return expiresOn;
  }

  /** The lot that a restored, transferred or moved one comes from; null for others. */
  UUID from() {
    return from;
  }

  /** Whether its points were restored before, in it or in a lot that they come from. */
  boolean restored() {
    return restored;
  }

  Points locked() {
    return locked;
  }

  /** Points that were given up when its grant was reversed, and are still spent. */
  Points waived() {
    return waived;
  }

  GrantKind kind() {
    return kind;
  }

  Unlocking unlocking() {
    return unlocking;
  }
}
