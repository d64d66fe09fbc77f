package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The lots of one customer, as one command finds and leaves them. It decides which lots pay and
 * which are paid back; it knows no database.
 */
final class Wallet {
  private final Map<UUID, Lot> lots = new LinkedHashMap<>();
  private final Map<UUID, Points> before = new LinkedHashMap<>();
  private final Map<UUID, Points> lockedBefore = new LinkedHashMap<>();
  private final Map<UUID, Points> waivedBefore = new LinkedHashMap<>();
  private final LocalDate today;

  /**
   * @param lots all lots with points in them, and those that points may go back to
   * @param today the day by which expiry is judged
   */
  Wallet(Collection<Lot> lots, LocalDate today) {
    this.today = today;
    lots.stream()
        .sorted(Lot.EARLIEST_EXPIRY_FIRST)
        .forEach(
            lot -> {
              this.lots.put(lot.id(), lot);
              before.put(lot.id(), lot.remaining());
              lockedBefore.put(lot.id(), lot.locked());
              waivedBefore.put(lot.id(), lot.waived());
            });
  }

  /** Points in all lots, expired ones included. */
  Points balance() {
    return sum(lot -> true);
  }

  /** Points that can be used today. */
  Points usable() {
    return sum(lot -> lot.usableOn(today));
  }

  /** Points in lots whose last day is over. */
  Points expired() {
    return sum(lot -> !lot.usableOn(today));
  }

  /** Points that cannot be used yet. */
  Points locked() {
    return lots.values().stream().map(Lot::locked).reduce(Points.ZERO, Points::plus);
  }

  List<Lot> lots() {
    return List.copyOf(lots.values());
  }

  Lot add(Lot lot) {
    lots.put(lot.id(), lot);
    return lot;
  }

  /**
   * Refuses before anything is taken when the points do not suffice.
   *
   * @throws HeyiException {@link MallError#POINTS_INSUFFICIENT}
   */
  void requireUsable(Points needed) {
    Points available = usable();
    if (needed.isMoreThan(available)) {
      throw new HeyiException(MallError.POINTS_INSUFFICIENT, needed.amount(), available.amount());
    }
  }

  /**
   * Takes points from the lots that expire first. Expired lots pay nothing.
   *
   * @return which lots paid, in the order in which they did
   * @throws HeyiException {@link MallError#POINTS_INSUFFICIENT}
   */
  List<Taken> take(Points wanted) {
    requireUsable(wanted);
    List<Taken> taken = new ArrayList<>();
    Points open = wanted;
    for (Lot lot : inDebitOrder()) {
      if (open.isZero()) {
        break;
      }
      Points part = open.min(lot.remaining());
      if (!part.isZero()) {
        lot.take(part);
        taken.add(new Taken(lot.id(), part));
        open = open.minus(part);
      }
    }
    return taken;
  }

  /** Takes all that is usable out of every lot. */
  List<Taken> takeUsable() {
    return usable().isZero() ? List.of() : take(usable());
  }

  /**
   * Empties these lots, whether or not their last day is over.
   *
   * @return what was in them
   */
  List<Taken> empty(Collection<UUID> which) {
    List<Taken> taken = new ArrayList<>();
    for (UUID id : which) {
      Points left = lot(id).remaining();
      if (!left.isZero()) {
        lot(id).take(left);
        taken.add(new Taken(id, left));
      }
    }
    return taken;
  }

  /**
   * Empties the lots whose last day is over: by that day alone, whatever the lot's source.
   *
   * @return what was in them
   */
  List<Taken> writeOffExpired() {
    List<Taken> expired = new ArrayList<>();
    for (Lot lot : lots.values()) {
      if (!lot.usableOn(today) && !lot.remaining().isZero()) {
        expired.add(new Taken(lot.id(), lot.remaining()));
        lot.take(lot.remaining());
      }
    }
    return expired;
  }

  /**
   * Empties what is locked in lots whose last day is over: it would never become usable.
   *
   * @return what was in them
   */
  List<Taken> writeOffExpiredLocked() {
    List<Taken> expired = new ArrayList<>();
    for (Lot lot : lots.values()) {
      if (!lot.usableOn(today) && !lot.locked().isZero()) {
        expired.add(new Taken(lot.id(), lot.locked()));
        lot.takeLocked(lot.locked());
      }
    }
    return expired;
  }

  /**
   * Makes locked points usable.
   *
   * @param which the lots
   * @return what became usable
   */
  List<Taken> activate(Predicate<Lot> which) {
    return lots.values().stream()
        .filter(lot -> !lot.locked().isZero())
        .filter(which)
        .map(lot -> new Taken(lot.id(), lot.activate()))
        .toList();
  }

  /**
   * @throws IllegalStateException when the lot is not one of this wallet
   */
  Lot lot(UUID id) {
    return Optional.ofNullable(lots.get(id))
        .orElseThrow(() -> new IllegalStateException("Lot " + id + " is not in this wallet"));
  }

  /** Whether a lot, which may be null, is one of this wallet. */
  boolean has(UUID id) {
    return lots.containsKey(id);
  }

  boolean isUsable(Lot lot) {
    return lot.usableOn(today);
  }

  LocalDate today() {
    return today;
  }

  /** Lots that this command made. */
  List<Lot> added() {
    return lots.values().stream().filter(lot -> !before.containsKey(lot.id())).toList();
  }

  /** Lots that were there before, with what this command did to each; unchanged ones left out. */
  Map<UUID, Long> changes() {
    return changes(before, Lot::remaining);
  }

  /** As {@link #changes()}, for what is locked. */
  Map<UUID, Long> lockedChanges() {
    return changes(lockedBefore, Lot::locked);
  }

  /** As {@link #changes()}, for what is given up. */
  Map<UUID, Long> waivedChanges() {
    return changes(waivedBefore, Lot::waived);
  }

  private Map<UUID, Long> changes(Map<UUID, Points> was, Function<Lot, Points> is) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    was.forEach(
        (id, then) -> {
          long change = is.apply(lots.get(id)).amount() - then.amount();
          if (change != 0) {
            changes.put(id, change);
          }
        });
    return changes;
  }

  private List<Lot> inDebitOrder() {
    return lots.values().stream()
        .filter(lot -> lot.usableOn(today))
        .sorted(Lot.EARLIEST_EXPIRY_FIRST)
        .toList();
  }

  private Points sum(Predicate<Lot> which) {
    return lots.values().stream()
        .filter(which)
        .map(Lot::remaining)
        .reduce(Points.ZERO, Points::plus);
  }
}
