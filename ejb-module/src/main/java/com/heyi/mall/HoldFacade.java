package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.internal.Holds;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Points set aside before they are spent, for what is paid elsewhere: a till, a partner's shop.
 * Held, then posted in whole or in part, voided, or timed out by itself; each exactly once. A
 * branch does it for its own customers.
 */
@Facade
@Stateless
public class HoldFacade {
  @Inject private CustomerDirectory customers;
  @Inject private Holds holds;
  @Inject private Clock clock;

  /**
   * One hold.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "points.view-hold",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "hold")
  public HoldView view(UUID holdId) {
    HoldView hold = holds.view(holdId);
    customers.require(hold.customerId());
    return hold;
  }

  /**
   * Sets points aside. It weighs them.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#POINTS_INSUFFICIENT}, {@link MallError#POINTS_OUT_OF_RANGE}, {@link
   *     MallError#HOLD_UNTIL}
   */
  @Command(
      value = "points.hold",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      weighs = WeightUnit.POINTS)
  public HoldView place(HoldPoints command) {
    CustomerRef customer = customers.requireServed(command.customerId());
    ChangeLog.weigh(command.points().amount());
    return holds.view(
        holds.place(
            customer.id(),
            customer.branch(),
            command.points(),
            clock.instant().plus(Duration.ofMinutes(command.minutes())),
            command.reason().strip()));
  }

  /**
   * Spends points of a hold; the rest goes back into its lots.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#HOLD_RESOLVED}, {@link MallError#HOLD_AMOUNT}
   */
  @Command(
      value = "points.post-hold",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      weighs = WeightUnit.POINTS)
  public HoldView post(PostHold command) {
    requireServed(command.holdId());
    ChangeLog.weigh(command.points().amount());
    holds.post(command.holdId(), command.points(), command.reason().strip());
    return holds.view(command.holdId());
  }

  /**
   * Lets go what is held; it goes back into its lots.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#HOLD_RESOLVED}
   */
  @Command(
      value = "points.void-hold",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public HoldView release(VoidHold command) {
    requireServed(command.holdId());
    holds.release(command.holdId(), command.reason().strip());
    return holds.view(command.holdId());
  }

  private void requireServed(UUID holdId) {
    customers.requireServed(holds.view(holdId).customerId());
  }
}
