package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.internal.Corrections;
import com.heyi.mall.internal.ExpiryRules;
import com.heyi.mall.internal.PointsDesk;
import com.heyi.mall.internal.RecordMoves;
import com.heyi.mall.internal.Transfers;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What changes points besides earning and spending: corrections by hand, reversals, locked points
 * let go, transfers inside a household; what each would do, tried without storing anything; and the
 * rules for how long points last.
 */
@Facade
@Stateless
public class CorrectionsFacade {
  @Inject private CustomerDirectory customers;
  @Inject private PointsDesk desk;
  @Inject private Corrections corrections;
  @Inject private Transfers transfers;
  @Inject private RecordMoves moves;
  @Inject private ExpiryRules rules;

  /**
   * Corrects a customer's points by hand. It weighs them, whichever way they go.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#ADJUST_AMOUNT}, {@link
   *     MallError#EFFECTIVE_ON}, {@link MallError#POINTS_EXPIRY_PAST}, {@link
   *     MallError#POINTS_INSUFFICIENT}, {@link MallError#BACKDATED_TOO_MUCH}
   */
  @Command(
      value = "points.adjust",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      weighs = WeightUnit.POINTS)
  public Posted adjust(AdjustPoints command) {
    customers.requireServed(command.customerId());
    Posted posted = corrections.adjust(command);
    ChangeLog.weigh(Math.abs(command.points()));
    return posted;
  }

  /** What {@link #adjust} would book; it fails as that would. */
  @Query(
      value = "points.try-adjust",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      personalData = true)
  public Posted tryAdjust(AdjustPoints command) {
    customers.requireServed(command.customerId());
    return corrections.tryAdjust(command);
  }

  /** What {@link PointsFacade#grant} would book; it fails as that would. */
  @Query(
      value = "points.try-grant",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      personalData = true)
  public Posted tryGrant(GrantPoints command) {
    customers.requireServed(command.customerId());
    return desk.tryGrant(command);
  }

  /**
   * Reverses a grant, or a correction upwards, once. It weighs what was given.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#NOT_REVERSIBLE}, {@link
   *     MallError#GRANT_REVERSED}, {@link MallError#REVERSAL_SPENT}
   */
  @Command(
      value = "points.reverse-grant",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      weighs = WeightUnit.POINTS)
  public Posted reverse(ReverseGrant command) {
    customers.requireServed(command.customerId());
    return corrections.reverse(command);
  }

  /** What {@link #reverse} would book; it fails as that would. */
  @Query(
      value = "points.try-reverse-grant",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      personalData = true)
  public Posted tryReverse(ReverseGrant command) {
    customers.requireServed(command.customerId());
    return corrections.tryReverse(command);
  }

  /**
   * Makes locked points usable because what they waited for has happened.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#NOTHING_LOCKED}
   */
  @Command(
      value = "points.activate",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public Posted activate(ActivatePoints command) {
    customers.requireServed(command.customerId());
    return corrections.activate(command);
  }

  /**
   * Gives points to another member of the household. It weighs them.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#TRANSFER_SELF}, {@link MallError#TRANSFER_STRANGER}, {@link
   *     MallError#POINTS_INSUFFICIENT}
   */
  @Command(
      value = "points.transfer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      weighs = WeightUnit.POINTS)
  public Posted transfer(TransferPoints command) {
    customers.requireServed(command.customerId());
    customers.requireServed(command.toCustomerId());
    ChangeLog.weigh(command.points().amount());
    return transfers.transfer(command);
  }

  /**
   * Moves the usable points of a record over to the customer whom it has turned out to be. They
   * keep their lots and last days, and go back as far as they are not spent when the two are
   * parted. It weighs them.
   *
   * @return the entry of the customer
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#RECORDS_APART}, {@link
   *     MallError#NOTHING_TO_MOVE}
   */
  @Command(
      value = "points.move-record",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      weighs = WeightUnit.POINTS)
  public Posted moveRecord(MoveRecordsPoints command) {
    CustomerRef customer = customers.requireServed(command.customerId());
    CustomerRef record = customers.require(command.recordId());
    if (!customers.holdMerged(record.id(), customer.id())) {
      throw new HeyiException(MallError.RECORDS_APART, record.number(), customer.number());
    }
    return moves
        .over(record.id(), customer.id(), command.reason().strip())
        .orElseThrow(() -> new HeyiException(MallError.NOTHING_TO_MOVE, record.number()));
  }

  /**
   * What a customer had at the end of a day, by the days for which entries count.
   *
   * @param day the day, or null for today
   */
  @Query(
      value = "points.balance-on",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public BalanceOn balanceOn(UUID customerId, LocalDate day) {
    customers.require(customerId);
    return corrections.balanceOn(customerId, day);
  }

  /** Where a customer's points are: active, held, locked, used, expired. */
  @Query(
      value = "points.states",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public BalanceStates states(UUID customerId) {
    customers.require(customerId);
    return corrections.states(customerId);
  }

  /** How long points last: all rules that were ever set, by kind, the newest first. */
  @Query(
      value = "points.expiry-rules",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<ExpiryRule> expiryRules() {
    return rules.list();
  }

  /**
   * Sets how long points of a kind of grant last, from a day on.
   *
   * @throws HeyiException {@link MallError#RULE_PAST}, {@link MallError#RULE_DUPLICATE}, {@link
   *     MallError#RULE_LENGTH}
   */
  @Command(value = "points.set-expiry-rule", by = HEAD_OFFICE_ADMIN)
  public ExpiryRule setExpiryRule(SetExpiryRule command) {
    return rules.set(command);
  }
}
