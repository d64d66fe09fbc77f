package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.internal.Bookkeeping;
import com.heyi.mall.internal.PointsDesk;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Customers' points, and the proof that the books of them are right. */
@Facade
@Stateless
public class PointsFacade {
  @Inject private CustomerDirectory customers;
  @Inject private PointsDesk desk;
  @Inject private Bookkeeping books;

  /**
   * A customer's points today, lot by lot.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "points.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public PointsView view(UUID customerId) {
    CustomerRef customer = customers.require(customerId);
    return desk.view(customer)
        .beside(customers.mergedInto(customer.id()).stream().map(desk::view).toList());
  }

  /**
   * A part of a customer's statement, latest first unless asked otherwise, with what stands under
   * records that have turned out to be him.
   *
   * <p>Filters: {@code kind}. Sorts: {@code entryNo}, {@code recordedAt}.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "points.statement",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public Statement statement(UUID customerId, PageRequest request) {
    CustomerRef customer = customers.require(customerId);
    return new Statement(
        customerId, desk.statement(customerId, customers.mergedInto(customer.id()), request));
  }

  /**
   * Gives points to a customer. A branch may not: it would spend the head office's money. It weighs
   * the points.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#POINTS_OUT_OF_RANGE},
   *     {@link MallError#POINTS_EXPIRY_PAST}, {@link MallError#EFFECTIVE_ON}, {@link
   *     MallError#ACTIVATES_ON}
   */
  @Command(
      value = "points.grant",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      weighs = WeightUnit.POINTS)
  public GrantView grant(GrantPoints command) {
    customers.requireServed(command.customerId());
    ChangeLog.weigh(command.points().amount());
    return desk.grant(command);
  }

  /** The trial balance, with every invariant of the books checked over all rows. */
  @Query(
      value = "points.trial-balance",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public TrialBalance trialBalance() {
    return books.trialBalance();
  }

  /**
   * The mall in figures.
   *
   * @param months how many of the latest months in which something happened, 1 to 120
   */
  @Query(
      value = "mall.figures",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, Role.COMPLAINT_HANDLER, AUDITOR})
  public MallFigures figures(int months) {
    return books.figures(Math.max(1, Math.min(120, months)));
  }
}
