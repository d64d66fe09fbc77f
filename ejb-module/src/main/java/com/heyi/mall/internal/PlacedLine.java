package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * A line of a placed order: what was bought, how much of it is cancelled, and which lots have paid
 * for what is left. Points go back in the reverse order: the lot that paid last is paid back first,
 * so that what stays spent are the points that would have expired soonest.
 */
final class PlacedLine {
  private final UUID id;
  private final int lineNo;
  private final UUID itemId;
  private final Points price;
  private final Money cash;
  private final long quantity;
  private final Points reduced;
  private long cancelled;
  private long returned;

  /** What is not given back yet, the lot that paid last on top. */
  private final Deque<Taken> standing = new ArrayDeque<>();

  /**
   * @param cash money for one piece
   * @param reduced points taken off the whole line when it was ordered
   * @param standing which lots have paid for what is left, in the order in which they paid
   */
  PlacedLine(
      UUID id,
      int lineNo,
      UUID itemId,
      Points price,
      Money cash,
      long quantity,
      Points reduced,
      long cancelled,
      long returned,
      Collection<Taken> standing) {
    this.id = id;
    this.lineNo = lineNo;
    this.itemId = itemId;
    this.price = price;
    this.cash = cash;
    this.quantity = quantity;
    this.reduced = reduced;
    this.cancelled = cancelled;
    this.returned = returned;
    standing.forEach(this.standing::push);
  }

  /**
   * What comes back from a line that was cancelled or whose goods came back.
   *
   * @param cash the money that they had cost
   * @param lots the lots that the points had come from, in the order in which they are paid back
   */
  record Return(
      UUID lineId,
      int lineNo,
      UUID itemId,
      long quantity,
      Points points,
      Money cash,
      List<Taken> lots) {
    /** Which lots had paid what comes back. */
    Entry.LinePayment paid() {
      return new Entry.LinePayment(lineId, lots);
    }

    /** What four eyes weigh of it. */
    long weight() {
      return Fen.weight(points, cash);
    }
  }

  /**
   * Cancels some pieces.
   *
   * @param orderNumber for the error
   * @throws HeyiException {@link MallError#LINE_ALREADY_CANCELLED}, {@link
   *     MallError#CANCEL_MORE_THAN_LEFT}
   */
  Return cancel(long pieces, String orderNumber) {
    if (left() == 0) {
      throw new HeyiException(MallError.LINE_ALREADY_CANCELLED, lineNo, orderNumber);
    }
    if (pieces > left()) {
      throw new HeyiException(MallError.CANCEL_MORE_THAN_LEFT, lineNo, pieces, left());
    }
    Return back = giveBack(pieces);
    cancelled += pieces;
    return back;
  }

  /**
   * Takes back some delivered pieces.
   *
   * @throws HeyiException {@link MallError#RETURN_MORE_THAN_LEFT}
   */
  Return takeBack(long pieces) {
    if (pieces > left()) {
      throw new HeyiException(MallError.RETURN_MORE_THAN_LEFT, lineNo, pieces, left());
    }
    Return back = giveBack(pieces);
    returned += pieces;
    return back;
  }

  private Return giveBack(long pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("Cannot give back " + pieces + " pieces");
    }
    Points points = paidFor(left()).minus(paidFor(left() - pieces));
    return new Return(id, lineNo, itemId, pieces, points, cash.times(pieces), unwind(points));
  }

  /**
   * What so many of the pieces cost. Of a line of which something was taken off, in proportion,
   * rounded down: so that whatever parts it comes back in, in the end exactly what was paid has.
   */
  private Points paidFor(long pieces) {
    if (reduced.isZero()) {
      return price.times(pieces);
    }
    return Points.of(
        BigInteger.valueOf(price.times(quantity).minus(reduced).amount())
            .multiply(BigInteger.valueOf(pieces))
            .divide(BigInteger.valueOf(quantity))
            .longValueExact());
  }

  private List<Taken> unwind(Points points) {
    List<Taken> lots = new ArrayList<>();
    Points open = points;
    while (!open.isZero()) {
      Taken last = standing.pop();
      Points part = open.min(last.points());
      lots.add(new Taken(last.lotId(), part));
      if (last.points().isMoreThan(part)) {
        standing.push(new Taken(last.lotId(), last.points().minus(part)));
      }
      open = open.minus(part);
    }
    return lots;
  }

  UUID id() {
    return id;
  }

  int lineNo() {
    return lineNo;
  }

  /** Pieces that are neither cancelled nor came back. */
  long left() {
    return quantity - cancelled - returned;
  }

  boolean whollyCancelled() {
    return cancelled == quantity;
  }

  long cancelled() {
    return cancelled;
  }

  Points price() {
    return price;
  }

  List<Taken> standing() {
    return List.copyOf(standing);
  }
}
