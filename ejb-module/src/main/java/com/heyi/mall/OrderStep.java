package com.heyi.mall;

import static com.heyi.mall.OrderStage.CANCELLED;
import static com.heyi.mall.OrderStage.CONFIRMED;
import static com.heyi.mall.OrderStage.DELIVERED;
import static com.heyi.mall.OrderStage.PACKED;
import static com.heyi.mall.OrderStage.PLACED;
import static com.heyi.mall.OrderStage.RETURNED;
import static com.heyi.mall.OrderStage.SHIPPED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of an order, whole: which step is possible where, and where it leads.
 *
 * <pre>
 *  PLACE      CONFIRM       PACK       SHIP        DELIVER
 *  ──▶ PLACED ──▶ CONFIRMED ──▶ PACKED ──▶ SHIPPED ──▶ DELIVERED
 *        │            │            │                       │
 *        └──────── CANCEL ─────────┘                     RETURN
 *                     ▼                                    ▼
 *                 CANCELLED                             RETURNED
 *  CANCEL and RETURN leave the order where it is as long as anything of it is left.
 * </pre>
 */
public enum OrderStep {
  /** The customer orders, and pays. */
  PLACE(EnumSet.noneOf(OrderStage.class), PLACED, PLACED),
  /** Head office takes the order on. */
  CONFIRM(EnumSet.of(PLACED), CONFIRMED, null),
  PACK(EnumSet.of(CONFIRMED), PACKED, null),
  /** Handed to a carrier, with a tracking number. */
  SHIP(EnumSet.of(PACKED), SHIPPED, null),
  DELIVER(EnumSet.of(SHIPPED), DELIVERED, null),
  /** In whole or in part, before it is shipped. */
  CANCEL(EnumSet.of(PLACED, CONFIRMED, PACKED), null, CANCELLED),
  /** Goods that came back are refunded. */
  RETURN(EnumSet.of(DELIVERED), null, RETURNED);

  private final Set<OrderStage> from;
  private final OrderStage to;
  private final OrderStage whenNothingIsLeft;

  /**
   * @param to where it leads; null where it was
   * @param whenNothingIsLeft where it leads when nothing of the order is left; null for a step that
   *     leaves the goods as they are
   */
  OrderStep(Set<OrderStage> from, OrderStage to, OrderStage whenNothingIsLeft) {
    this.from = from;
    this.to = to;
    this.whenNothingIsLeft = whenNothingIsLeft;
  }

  /** Where the step leads from this stage, or empty when it is not possible there. */
  public Optional<OrderStage> leadsFrom(OrderStage stage) {
    return leadsFrom(stage, true);
  }

  /**
   * Where the step leads from this stage, or empty when it is not possible there.
   *
   * @param anythingLeft whether anything of the order is left after the step
   */
  public Optional<OrderStage> leadsFrom(OrderStage stage, boolean anythingLeft) {
    if (!from.contains(stage)) {
      return Optional.empty();
    }
    if (!anythingLeft && whenNothingIsLeft != null) {
      return Optional.of(whenNothingIsLeft);
    }
    return Optional.of(to == null ? stage : to);
  }

  /** The steps possible in this stage, in the order of an order's life. */
  public static List<OrderStep> possibleIn(OrderStage stage) {
    return Arrays.stream(values()).filter(step -> step.from.contains(stage)).toList();
  }
}
