package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A return with everything that happened to it.
 *
 * @param id id of the return
 * @param number number by which people name it
 * @param orderId the order whose goods come back
 * @param orderNumber that order's number
 * @param customerId whose order
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param branch his home branch when he ordered, or null
 * @param status where it is
 * @param version grows with every step
 * @param refunded points given back, or null as long as none were
 * @param lines what comes back
 * @param steps what happened, oldest first
 */
public record ReturnView(
    UUID id,
    String number,
    UUID orderId,
    String orderNumber,
    UUID customerId,
    String customerNumber,
    String customerName,
    String branch,
    ReturnStatus status,
    long version,
    Points refunded,
    List<Line> lines,
    List<Step> steps)
    implements Targeted {

  @Override
  public String auditTarget() {
    return "return:" + id;
  }

  /** The steps possible now. */
  public List<ReturnStep> possibleSteps() {
    return ReturnStep.possibleIn(status);
  }

  /**
   * What comes back of a line.
   *
   * @param lineId the order's line
   * @param lineNo its place in the order
   * @param sku the item's code
   * @param name the item's name as it was ordered
   * @param price points for one piece as they were paid
   * @param quantity pieces that are to come back
   * @param accepted pieces taken back; null before the inspection
   * @param fate what becomes of them; null before the inspection or when none are taken back
   */
  public record Line(
      UUID lineId,
      int lineNo,
      String sku,
      String name,
      Points price,
      long quantity,
      Long accepted,
      ReturnedGoodsFate fate) {}

  /**
   * A step taken.
   *
   * @param step which
   * @param to the status it led to
   * @param reason what was said, or null
   * @param at when
   * @param who who took it
   */
  public record Step(ReturnStep step, ReturnStatus to, String reason, Instant at, String who) {}
}
