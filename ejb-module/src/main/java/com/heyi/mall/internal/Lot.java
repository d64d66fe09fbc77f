package com.heyi.mall.internal;

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
  private final Points granted;
  private final LocalDate grantedOn;
  private final LocalDate expiresOn;
  private final UUID restoredFrom;
  private Points remaining;

  Lot(
      UUID id,
      LotSource source,
      Points granted,
      Points remaining,
      LocalDate grantedOn,
      LocalDate expiresOn,
      UUID restoredFrom) {
    this.id = id;
    this.source = source;
    this.granted = granted;
    this.remaining = remaining;
    this.grantedOn = grantedOn;
    this.expiresOn = expiresOn;
    this.restoredFrom = restoredFrom;
  }

  static Lot granted(Points points, LocalDate on, LocalDate expiresOn) {
    return new Lot(Ids.next(), LotSource.GRANTED, points, points, on, expiresOn, null);
  }

  /** A new lot for points that came from this one after it had expired. */
  Lot restored(Points points, LocalDate on, LocalDate until) {
    return new Lot(Ids.next(), LotSource.RESTORED, points, points, on, until, id);
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
    if (after.isMoreThan(granted)) {
      throw new IllegalStateException("Lot " + id + " would hold more than was granted");
    }
    remaining = after;
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

  UUID restoredFrom() {
    return restoredFrom;
  }
}
