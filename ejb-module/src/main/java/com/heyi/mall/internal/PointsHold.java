package com.heyi.mall.internal;

import com.heyi.mall.HoldStatus;
import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Points set aside out of some lots until a moment. It is resolved once: posted, voided or timed
 * out.
 *
 * <p>A lot may expire while points of it are held. What is held can still be spent: the customer
 * asked for it in time. What comes back goes into its own lot, which does not live longer for it,
 * so that it is written off with that lot; but for points that were given up meanwhile.
 */
final class PointsHold {
  private final UUID id;
  private final UUID customerId;
  private final Instant until;
  private final List<Taken> parts;
  private final Map<UUID, Points> forfeited = new LinkedHashMap<>();
  private HoldStatus status;

  /**
   * @param parts which lots they came from, in the order in which they were taken
   */
  PointsHold(UUID id, UUID customerId, Instant until, HoldStatus status, Collection<Taken> parts) {
    this.id = id;
    this.customerId = customerId;
    this.until = until;
    this.status = status;
    this.parts = List.copyOf(parts);
  }

  /**
   * Sets points aside, the soonest to expire first.
   *
   * @throws HeyiException {@link MallError#POINTS_INSUFFICIENT}
   */
  static PointsHold place(Wallet wallet, UUID customerId, Points points, Instant until) {
    return new PointsHold(Ids.next(), customerId, until, HoldStatus.OPEN, wallet.take(points));
  }

  /**
   * Spends what is wanted; what is left goes back into the wallet.
   *
   * @param wanted for each line how many points; the line's id is null when there is no order
   * @return what each line took, and what went back
   * @throws HeyiException {@link MallError#HOLD_RESOLVED}, {@link MallError#HOLD_AMOUNT}
   */
  Posted post(Wallet wallet, List<Wanted> wanted, Instant now) {
    requireOpen(now);
    Points total = wanted.stream().map(Wanted::points).reduce(Points.ZERO, Points::plus);
    if (total.isZero() || total.isMoreThan(points())) {
      throw new HeyiException(MallError.HOLD_AMOUNT, total.amount(), points().amount());
    }
    Deque<Taken> open = new ArrayDeque<>(parts);
    List<Entry.LinePayment> paid = new ArrayList<>();
    for (Wanted line : wanted) {
      paid.add(new Entry.LinePayment(line.lineId(), takeFrom(open, line.points())));
    }
    List<Taken> rest = List.copyOf(open);
    giveBack(wallet, rest);
    status = HoldStatus.POSTED;
    return new Posted(paid, rest);
  }

  /** Points wanted for a line of an order; the line's id is null when there is no order. */
  record Wanted(UUID lineId, Points points) {}

  /** What was spent, line by line, and what went back into its lots. */
  record Posted(List<Entry.LinePayment> paid, List<Taken> rest) {}

  /**
   * Lets everything go because somebody wants it.
   *
   * @throws HeyiException {@link MallError#HOLD_RESOLVED}
   */
  void voided(Wallet wallet, Instant now) {
    requireOpen(now);
    giveBack(wallet, parts);
    status = HoldStatus.VOIDED;
  }

  /**
   * Lets everything go because the time is over.
   *
   * @throws HeyiException {@link MallError#HOLD_RESOLVED}
   */
  void timedOut(Wallet wallet) {
    requireStatusOpen();
    giveBack(wallet, parts);
    status = HoldStatus.TIMED_OUT;
  }

  boolean isOverdue(Instant now) {
    return status == HoldStatus.OPEN && !now.isBefore(until);
  }

  private void requireOpen(Instant now) {
    if (isOverdue(now)) {
      throw new HeyiException(MallError.HOLD_RESOLVED, HoldStatus.TIMED_OUT);
    }
    requireStatusOpen();
  }

  private void requireStatusOpen() {
    if (status != HoldStatus.OPEN) {
      throw new HeyiException(MallError.HOLD_RESOLVED, status);
    }
  }

  private static List<Taken> takeFrom(Deque<Taken> open, Points wanted) {
    List<Taken> taken = new ArrayList<>();
    Points missing = wanted;
    while (!missing.isZero()) {
      Taken first = open.pop();
      Points part = missing.min(first.points());
      taken.add(new Taken(first.lotId(), part));
      if (first.points().isMoreThan(part)) {
        open.push(new Taken(first.lotId(), first.points().minus(part)));
      }
      missing = missing.minus(part);
    }
    return taken;
  }

  private void giveBack(Wallet wallet, List<Taken> back) {
    for (Taken part : back) {
      Points gone = wallet.lot(part.lotId()).comeBack(part.points());
      if (!gone.isZero()) {
        forfeited.put(part.lotId(), gone);
      }
    }
  }

  /** Of what went back, by lot, points that had been given up meanwhile and so are forfeited. */
  Map<UUID, Points> forfeited() {
    return forfeited;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  Instant until() {
    return until;
  }

  HoldStatus status() {
    return status;
  }

  List<Taken> parts() {
    return parts;
  }

  Set<UUID> lots() {
    return parts.stream().map(Taken::lotId).collect(Collectors.toSet());
  }

  Points points() {
    return parts.stream().map(Taken::points).reduce(Points.ZERO, Points::plus);
  }
}
