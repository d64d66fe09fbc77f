package com.heyi.promotions;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.promotions.internal.Benefits;
import com.heyi.promotions.internal.Memberships;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Benefits by the calendar and levels of membership. A branch serves its own customers. */
@Facade
@Stateless
public class BenefitFacade {
  @Inject private Benefits benefits;
  @Inject private Memberships memberships;
  @Inject private CustomerDirectory customers;

  public BenefitFacade() {}

  BenefitFacade(Benefits benefits, Memberships memberships, CustomerDirectory customers) {
    this.benefits = benefits;
    this.memberships = memberships;
    this.customers = customers;
  }

  /** All benefits, newest first. */
  @Query(
      value = "benefit.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<BenefitView> list() {
    return benefits.list();
  }

  /**
   * Defines a benefit.
   *
   * @throws HeyiException {@link PromotionsError#BENEFIT_DUPLICATE}, {@link
   *     PromotionsError#BENEFIT_TERMS}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "benefit.create", by = HEAD_OFFICE_ADMIN)
  public BenefitView create(CreateBenefit command) {
    return benefits.define(command);
  }

  /**
   * Lets nobody take a benefit any more after today.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Command(value = "benefit.end", by = HEAD_OFFICE_ADMIN)
  public BenefitView end(EndBenefit command) {
    return benefits.end(command.benefitId());
  }

  /**
   * What a customer may take today, and when next.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "benefit.today",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<BenefitToday> today(UUID customerId) {
    return benefits.today(customers.require(customerId));
  }

  /**
   * A customer takes a benefit.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     PromotionsError#BENEFIT_NOT_FOR}, {@link PromotionsError#BENEFIT_NOT_TODAY}
   */
  @Command(
      value = "benefit.take",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public TakenView take(TakeBenefit command) {
    return benefits.take(customers.requireServed(command.customerId()), command);
  }

  /** The levels of membership, the lowest first. */
  @Query(
      value = "membership.levels",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<LevelView> levels() {
    return memberships.levels();
  }

  /**
   * Defines a level of membership. It weighs the fee: points, and money as points by the fen.
   *
   * @throws HeyiException {@link PromotionsError#LEVEL_DUPLICATE}, {@link
   *     PromotionsError#LEVEL_CASH}
   */
  @Command(value = "membership.create-level", by = HEAD_OFFICE_ADMIN, weighs = WeightUnit.POINTS)
  public LevelView createLevel(CreateLevel command) {
    return memberships.define(command);
  }

  /**
   * A customer's memberships, the latest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "membership.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<MembershipView> memberships(UUID customerId) {
    return memberships.ofCustomer(customers.require(customerId).id());
  }

  /**
   * A customer buys a level for its fee in points, in money from an account of his, or both; or
   * renews the one that it names. It weighs the fee.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     PromotionsError#MEMBERSHIP_STANDING}, {@link PromotionsError#MEMBERSHIP_NOT_STANDING},
   *     {@link PromotionsError#MEMBERSHIP_RENEWED}, {@code points.insufficient}, {@link
   *     com.heyi.mall.MallError#ACCOUNT_MISSING}, {@link com.heyi.mall.MallError#ACCOUNT_NOT_HIS},
   *     and those of an account that cannot pay
   */
  @Command(
      value = "membership.buy",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      weighs = WeightUnit.POINTS)
  public MembershipView buy(BuyMembership command) {
    return memberships.buy(customers.requireServed(command.customerId()), command);
  }

  /**
   * Ends a membership early, and gives back what its level says: points to the customer, money to
   * the account that paid or, when that is closed, another of its owner. It weighs what goes back.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     PromotionsError#MEMBERSHIP_OVER}, {@code movement.refund-nowhere}
   */
  @Command(
      value = "membership.end",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      weighs = WeightUnit.POINTS)
  public MembershipView endMembership(EndMembership command) {
    customers.require(memberships.customerOf(command.membershipId()));
    return memberships.end(command);
  }
}
