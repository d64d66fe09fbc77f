package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order with everything that happened to it.
 *
 * @param id id of the order
 * @param number number by which people name it
 * @param externalRef its number in the system it was taken over from, or null
 * @param customerId whose points paid it
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param branch his home branch when he ordered, or null
 * @param status how far it is cancelled
 * @param stage how far it has come
 * @param total points it cost
 * @param returned points of what was cancelled or came back
 * @param cash money it cost, beside the points
 * @param cashReturned money of what was cancelled or came back
 * @param placedAt when it was placed
 * @param recordedAt when it was recorded here; later than placedAt when taken over
 * @param placedBy who placed it
 * @param deliveredAt when it was delivered, or null
 * @param version grows with every step and every cancellation
 * @param lines its lines
 * @param payments what the money was paid with
 * @param cancellations what was cancelled or came back, oldest first
 * @param timeline what happened to it, oldest first
 */
public record OrderView(
    UUID id,
    String number,
    String externalRef,
    UUID customerId,
    String customerNumber,
    String customerName,
    String branch,
    OrderStatus status,
    OrderStage stage,
    Points total,
    Points returned,
    Money cash,
    Money cashReturned,
    Instant placedAt,
    Instant recordedAt,
    String placedBy,
    Instant deliveredAt,
    long version,
    List<Line> lines,
    List<PaymentView> payments,
    List<Cancellation> cancellations,
    List<Event> timeline)
    implements Targeted {

  @Override
  public String auditTarget() {
    return "order:" + id;
  }

  /** Whether it can still be cancelled, in whole or in part. */
  public boolean cancellable() {
    return OrderStep.CANCEL.leadsFrom(stage).isPresent();
  }

  /** The steps possible now. */
  public List<OrderStep> possibleSteps() {
    return OrderStep.possibleIn(stage);
  }

  /**
   * Something that happened to the order.
   *
   * @param step what
   * @param stage the stage it led to, or null for a part of the order, which leaves it where it is
   * @param at when it was recorded
   * @param who who did it
   * @param carrier who brings it; for SHIP only
   * @param trackingNumber the carrier's number for it; for SHIP only
   * @param reason why; for CANCEL and RETURN only
   */
  public record Event(
      OrderStep step,
      OrderStage stage,
      Instant at,
      String who,
      String carrier,
      String trackingNumber,
      String reason) {}

  /**
   * A line of the order.
   *
   * @param id id of the line
   * @param lineNo its place in the order, from 1
   * @param itemId the item
   * @param sku the item's code
   * @param name the item's name as it was then
   * @param price points for one piece as they were then
   * @param cash money for one piece as it was then
   * @param quantity pieces ordered
   * @param cancelled pieces cancelled
   * @param returned pieces that came back after delivery
   * @param reduced points taken off the whole line, by a coupon for instance
   * @param total points for the whole line
   * @param offer name of the offer that made the price, or null when it was the ordinary one
   */
  public record Line(
      UUID id,
      int lineNo,
      UUID itemId,
      String sku,
      String name,
      Points price,
      Money cash,
      long quantity,
      long cancelled,
      long returned,
      Points reduced,
      Points total,
      String offer) {

    /** Pieces that are neither cancelled nor came back. */
    public long left() {
      return quantity - cancelled - returned;
    }
  }

  /**
   * What was given back for a cancellation or a return.
   *
   * @param id id of the cancellation
   * @param returnId the return that it refunds, or null for a cancellation
   * @param entryId the ledger entry that reverses the redemption
   * @param reason why
   * @param points points of what was cancelled
   * @param cash money of it
   * @param effectiveAt when it took effect
   * @param recordedAt when it was recorded here
   * @param recordedBy who cancelled
   * @param lines what was cancelled
   * @param refunds which lot the points had come from, and what was decided about them
   */
  public record Cancellation(
      UUID id,
      UUID returnId,
      UUID entryId,
      String reason,
      Points points,
      Money cash,
      Instant effectiveAt,
      Instant recordedAt,
      String recordedBy,
      List<CancelledLine> lines,
      List<Refund> refunds) {}

  /**
   * What was cancelled of a line.
   *
   * @param lineId the order's line
   * @param quantity pieces
   * @param points points for them
   * @param cash money for them
   */
  public record CancelledLine(UUID lineId, long quantity, Points points, Money cash) {}

  /**
   * Points of a cancelled line by the lot they had come from.
   *
   * @param lineId the order's line
   * @param lotId the lot they had come from
   * @param amount how many
   * @param decision what became of them
   * @param restoredLotId the new lot when restored, else null
   */
  public record Refund(
      UUID lineId, UUID lotId, Points amount, RefundDecision decision, UUID restoredLotId) {}
}
