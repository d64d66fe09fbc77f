package com.heyi.promotions;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.promotions.internal.Coupons;
import com.heyi.promotions.internal.PriceQuestions;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Coupons: their kinds, whose they are, and what they take off a cart. A branch issues coupons to
 * its own customers.
 */
@Facade
@Stateless
public class CouponFacade {
  @Inject private Coupons coupons;
  @Inject private PriceQuestions prices;
  @Inject private CustomerDirectory customers;

  public CouponFacade() {}

  CouponFacade(Coupons coupons, PriceQuestions prices, CustomerDirectory customers) {
    this.coupons = coupons;
    this.prices = prices;
    this.customers = customers;
  }

  /**
   * The kinds of coupons, newest first unless asked otherwise.
   *
   * <p>Filters: {@code code}, {@code name}, {@code status}, {@code reduction}. Sorts: {@code
   * createdAt}, {@code code}, {@code precedence}.
   */
  @Query(
      value = "coupon.templates",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public Page<TemplateView> templates(PageRequest request) {
    return coupons.templates(request);
  }

  /**
   * One kind of coupon with the items and categories that it is good for.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "coupon.template",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public TemplateView template(UUID templateId) {
    return coupons.template(templateId);
  }

  /**
   * Defines a kind of coupon.
   *
   * @throws HeyiException {@link PromotionsError#TEMPLATE_DUPLICATE}, {@link
   *     PromotionsError#TEMPLATE_TERMS}, {@code category.unknown}
   */
  @Command(value = "coupon.create-template", by = HEAD_OFFICE_ADMIN)
  public TemplateView createTemplate(CreateTemplate command) {
    return coupons.define(command);
  }

  /**
   * Issues no more coupons of a kind.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "coupon.stop-template", by = HEAD_OFFICE_ADMIN)
  public TemplateView stopTemplate(StopTemplate command) {
    return coupons.stop(command);
  }

  /**
   * Coupons of all customers, newest first unless asked otherwise.
   *
   * <p>Filters: {@code customer} (his number), {@code template}, {@code campaign} (their codes),
   * {@code orderId}, {@code status}, {@code from} and {@code to} (days of issue). Sorts: {@code
   * issuedAt}, {@code validUntil}.
   */
  @Query(
      value = "coupon.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<CouponView> list(PageRequest request) {
    return coupons.page(request);
  }

  /**
   * One coupon with what happened to it.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "coupon.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public CouponView view(UUID couponId) {
    return coupons.view(couponId);
  }

  /**
   * A customer's coupons, newest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "coupon.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<CouponView> ofCustomer(UUID customerId) {
    return coupons.ofCustomer(customers.require(customerId));
  }

  /**
   * Gives a customer a coupon.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     PromotionsError#TEMPLATE_STOPPED}, {@link PromotionsError#COUPON_ALWAYS_EXPIRED}, {@link
   *     PromotionsError#COUPON_CUSTOMER_CAP}, {@link PromotionsError#COUPON_TOTAL_CAP}, {@link
   *     PromotionsError#CAMPAIGN_STATUS}, {@link PromotionsError#CAMPAIGN_NOT_ON}, {@link
   *     PromotionsError#CAMPAIGN_AUDIENCE}, {@link PromotionsError#CAMPAIGN_HAS_IT}, {@link
   *     PromotionsError#CAMPAIGN_NO_COUPON}, {@link PromotionsError#BUDGET_EXHAUSTED}
   */
  @Command(
      value = "coupon.issue",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CouponView issue(IssueCoupon command) {
    return coupons.issue(customers.requireServed(command.customerId()), command);
  }

  /**
   * Takes back a coupon that was not used.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link
   *     PromotionsError#COUPON_NOT_AVAILABLE}
   */
  @Command(
      value = "coupon.revoke",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public CouponView revoke(RevokeCoupon command) {
    return coupons.revoke(command);
  }

  /**
   * What a cart would cost this customer, and why: each coupon with what each rule says of it. The
   * rules are those of the checkout.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     PromotionsError#COUPON_UNKNOWN}, {@code item.unknown}
   */
  @Query(
      value = "coupon.explain-price",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public PriceExplained explain(SimulatePrice question) {
    return prices.explain(customers.require(question.customerId()), question);
  }
}
