package com.heyi.mall.internal;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A placed order. It is paid when it is placed; what is paid goes back piece by piece or at once,
 * until nothing is left: by cancelling (PLACED, then PARTLY_CANCELLED, then CANCELLED) and, after
 * delivery, by returning. Which of them is possible when says {@link com.heyi.mall.OrderStep}.
 */
final class PlacedOrder {
  private final UUID id;
  private final String number;
  private final UUID customerId;
  private final UUID redeemEntry;
  private final List<PlacedLine> lines;

  PlacedOrder(UUID id, String number, UUID customerId, UUID redeemEntry, List<PlacedLine> lines) {
    this.id = id;
    this.number = number;
    this.customerId = customerId;
    this.redeemEntry = redeemEntry;
    this.lines = List.copyOf(lines);
  }

  /**
   * Cancels.
   *
   * @param wanted what of it; empty for all that is left
   * @return what comes back, line by line
   * @throws HeyiException {@link MallError#ORDER_ALREADY_CANCELLED}, {@link
   *     MallError#LINE_NOT_IN_ORDER}, {@link MallError#LINE_TWICE}, {@link
   *     MallError#LINE_ALREADY_CANCELLED}, {@link MallError#CANCEL_MORE_THAN_LEFT}
   */
  List<PlacedLine.Return> cancel(List<CancelOrder.Line> wanted) {
    if (status() == OrderStatus.CANCELLED) {
      throw new HeyiException(MallError.ORDER_ALREADY_CANCELLED, number);
    }
    if (wanted.isEmpty()) {
      return lines.stream()
          .filter(line -> line.left() > 0)
          .map(line -> line.cancel(line.left(), number))
          .toList();
    }
    List<PlacedLine.Return> returns = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (CancelOrder.Line part : wanted) {
      PlacedLine line = line(part.lineId());
      if (!seen.add(line.id())) {
        throw new HeyiException(MallError.LINE_TWICE, line.lineNo());
      }
      long pieces = part.quantity() == null ? Math.max(1, line.left()) : part.quantity();
      returns.add(line.cancel(pieces, number));
    }
    return returns;
  }

  /**
   * Takes delivered pieces back.
   *
   * @param pieces how many of which line, each at least 1
   * @throws HeyiException {@link MallError#LINE_NOT_IN_ORDER}, {@link
   *     MallError#RETURN_MORE_THAN_LEFT}
   */
  List<PlacedLine.Return> takeBack(Map<UUID, Long> pieces) {
    return pieces.entrySet().stream()
        .map(part -> line(part.getKey()).takeBack(part.getValue()))
        .toList();
  }

  /** Whether anything is neither cancelled nor came back. */
  boolean anythingLeft() {
    return lines.stream().anyMatch(line -> line.left() > 0);
  }

  OrderStatus status() {
    if (lines.stream().allMatch(PlacedLine::whollyCancelled)) {
      return OrderStatus.CANCELLED;
    }
    boolean untouched = lines.stream().allMatch(line -> line.cancelled() == 0);
    return untouched ? OrderStatus.PLACED : OrderStatus.PARTLY_CANCELLED;
  }

  /** Points of all that is cancelled. */
  Points returned() {
    return lines.stream()
        .map(line -> line.price().times(line.cancelled()))
        .reduce(Points.ZERO, Points::plus);
  }

  /** The lots that have paid for what is left. */
  Set<UUID> lots() {
    Set<UUID> lots = new HashSet<>();
    lines.forEach(line -> line.standing().forEach(part -> lots.add(part.lotId())));
    return lots;
  }

  private PlacedLine line(UUID lineId) {
    return lines.stream()
        .filter(line -> line.id().equals(lineId))
        .findFirst()
        .orElseThrow(() -> new HeyiException(MallError.LINE_NOT_IN_ORDER, lineId, number));
  }

  UUID id() {
    return id;
  }

  String number() {
    return number;
  }

  UUID customerId() {
    return customerId;
  }

  UUID redeemEntry() {
    return redeemEntry;
  }
}
