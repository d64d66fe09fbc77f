package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A customer's points today.
 *
 * @param customerId whose
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param usable points that can be used today
 * @param held points set aside; they are in none of the lots below
 * @param locked points that cannot be used yet
 * @param expired points in lots whose last day is over, not yet written off
 * @param lots lots with points in them, locked ones too, the first to be debited first
 * @param expiring usable points per last day, soonest first; those that never expire are left out
 * @param holds what is set aside, the first to end first
 * @param elsewhere what lies under records that have turned out to be this customer
 */
public record PointsView(
    UUID customerId,
    String customerNumber,
    String customerName,
    Points usable,
    Points held,
    Points locked,
    Points expired,
    List<Lot> lots,
    List<Expiring> expiring,
    List<Hold> holds,
    List<Elsewhere> elsewhere)
    implements Targeted {

  /** The same with what lies under other records of the customer. */
  public PointsView beside(List<PointsView> records) {
    return new PointsView(
        customerId,
        customerNumber,
        customerName,
        usable,
        held,
        locked,
        expired,
        lots,
        expiring,
        holds,
        records.stream()
            .map(
                one ->
                    new Elsewhere(
                        one.customerId(),
                        one.customerNumber(),
                        one.usable(),
                        one.held().plus(one.locked())))
            .filter(one -> !one.usable().isZero() || !one.waiting().isZero())
            .toList());
  }

  /**
   * Points under a record that has turned out to be this customer.
   *
   * @param customerId the record
   * @param customerNumber its number
   * @param usable points that can be moved over
   * @param waiting points set aside or locked there
   */
  public record Elsewhere(UUID customerId, String customerNumber, Points usable, Points waiting) {}

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /**
   * Points granted together.
   *
   * @param id id of the lot
   * @param source where they come from
   * @param granted how many there were
   * @param remaining how many are left
   * @param locked how many of it cannot be used yet, besides what is left
   * @param grantedOn since when
   * @param expiresOn last day on which they can be used; null when they never expire
   * @param expired whether that day is over
   * @param activatesOn first day on which locked points can be used, or null
   * @param activatesBy the event that makes them usable, or null
   */
  public record Lot(
      UUID id,
      LotSource source,
      Points granted,
      Points remaining,
      Points locked,
      LocalDate grantedOn,
      LocalDate expiresOn,
      boolean expired,
      LocalDate activatesOn,
      String activatesBy) {}

  /**
   * Points set aside.
   *
   * @param id id of the hold
   * @param points how many
   * @param until from which moment on they can no longer be posted
   */
  public record Hold(UUID id, Points points, Instant until) {}

  /**
   * Points that share their last day.
   *
   * @param on the last day on which they can be used
   * @param points how many
   */
  public record Expiring(LocalDate on, Points points) {}
}
