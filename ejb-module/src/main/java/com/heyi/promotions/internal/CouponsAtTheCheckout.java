package com.heyi.promotions.internal;

import com.heyi.mall.GoodsReturned;
import com.heyi.mall.OrderCancelled;
import com.heyi.mall.OrderDirectory;
import com.heyi.mall.PriceReduction;
import com.heyi.promotions.CouponStep;
import com.heyi.promotions.PromotionsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Coupons in checkouts and orders. A coupon that the customer named either takes something off or
 * keeps the checkout from happening: nobody pays more than he was told. It is set aside with the
 * checkout, taken with the order, let go with the checkout, and given back when nothing is left of
 * the order; what is cancelled by line comes back in proportion and leaves the coupon used.
 *
 * <p>The mall's account of the customer is locked after the coupon at a checkout and before it when
 * an order ends. That makes no ring: a coupon that is set aside or taken is refused at once.
 */
@ApplicationScoped
public class CouponsAtTheCheckout implements PriceReduction {
  private CouponBook book;
  private CampaignBook campaigns;
  private Coupons coupons;
  private Pots pots;
  private PriceOfABasket prices;
  private OrderDirectory orders;
  private Clock clock;

  protected CouponsAtTheCheckout() {}

  @Inject
  public CouponsAtTheCheckout(
      CouponBook book,
      CampaignBook campaigns,
      Coupons coupons,
      Pots pots,
      PriceOfABasket prices,
      OrderDirectory orders,
      Clock clock) {
    this.book = book;
    this.campaigns = campaigns;
    this.coupons = coupons;
    this.pots = pots;
    this.prices = prices;
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public Turn turn() {
    return Turn.CUSTOMER;
  }

  /**
   * @throws HeyiException {@link PromotionsError#COUPON_UNKNOWN}, {@link
   *     PromotionsError#COUPON_NOT_APPLIED}, {@link PromotionsError#BUDGET_EXHAUSTED}
   */
  @Override
  public List<Off> reduce(Basket basket) {
    List<String> codes =
        basket.coupons().stream()
            .map(code -> code.strip().toUpperCase(Locale.ROOT))
            .distinct()
            .toList();
    if (codes.isEmpty()) {
      return List.of();
    }
    List<Coupon> named = book.hold(codes);
    requireKnown(codes, named);
    List<Pricing.Verdict> verdicts =
        prices.judge(
            basket.lines(), basket.customerId(), basket.branch(), LocalDate.now(clock), named);
    requireApplied(verdicts);
    spend(verdicts, basket.checkoutId());
    List<Off> off = new ArrayList<>();
    for (Pricing.Verdict verdict : verdicts) {
      Coupon coupon =
          named.stream()
              .filter(c -> c.id().equals(verdict.coupon().id()))
              .findFirst()
              .orElseThrow();
      coupon.reserve(basket.checkoutId(), verdict.total());
      coupons.record(
          coupon,
          CouponStep.RESERVED,
          new CouponMove.Bound(basket.checkoutId(), null, verdict.total()),
          null);
      verdict.off().forEach((no, points) -> off.add(new Off(no, points)));
    }
    book.flush();
    return off;
  }

  private static void requireKnown(List<String> codes, List<Coupon> found) {
    Set<String> known = new HashSet<>();
    found.forEach(coupon -> known.add(coupon.code()));
    codes.stream()
        .filter(code -> !known.contains(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw new HeyiException(PromotionsError.COUPON_UNKNOWN, code);
            });
  }

  private static void requireApplied(List<Pricing.Verdict> verdicts) {
    verdicts.stream()
        .filter(verdict -> !verdict.applied())
        .findFirst()
        .ifPresent(
            verdict -> {
              Pricing.Ruling obstacle = verdict.obstacle();
              throw new HeyiException(
                  PromotionsError.COUPON_NOT_APPLIED,
                  verdict.coupon().code(),
                  obstacle.rule(),
                  PriceOfABasket.words(obstacle));
            });
  }

  /** Pays from the campaigns that count points: each once, in the order of their ids. */
  private void spend(List<Pricing.Verdict> verdicts, UUID checkout) {
    Map<UUID, Long> sums = new TreeMap<>();
    verdicts.stream()
        .filter(verdict -> verdict.coupon().budgetLeft() != null)
        .forEach(
            verdict ->
                sums.merge(
                    verdict.coupon().campaignId(), verdict.total().amount(), Math::addExact));
    sums.forEach(
        (campaign, points) -> {
          if (!pots.spend(campaign, points, "checkout:" + checkout)) {
            throw new HeyiException(
                PromotionsError.BUDGET_EXHAUSTED,
                campaigns.get(campaign).code(),
                pots.level(campaign).left());
          }
        });
  }

  @Override
  public void confirmed(UUID checkoutId, UUID orderId) {
    for (Coupon coupon : book.holdOfCheckout(checkoutId)) {
      coupon.take(orderId);
      coupons.record(
          coupon,
          CouponStep.TAKEN,
          new CouponMove.Bound(checkoutId, orderId, coupon.pointsOff()),
          null);
    }
    book.flush();
  }

  @Override
  public void released(UUID checkoutId) {
    for (Coupon coupon : book.holdOfCheckout(checkoutId)) {
      Points off = coupon.pointsOff();
      coupon.release();
      giveBack(coupon, off, "checkout:" + checkoutId);
      coupons.record(
          coupon, CouponStep.RELEASED, new CouponMove.Bound(checkoutId, null, off), null);
    }
    book.flush();
  }

  void cancelled(@Observes OrderCancelled event) {
    ended(event.orderId());
  }

  void returned(@Observes GoodsReturned event) {
    ended(event.orderId());
  }

  /** Gives back the coupons of an order of which nothing is left. */
  public void ended(UUID orderId) {
    if (!orders.find(orderId).map(OrderDirectory.OrderRef::nothingLeft).orElse(false)) {
      return;
    }
    LocalDate today = LocalDate.now(clock);
    for (Coupon coupon : book.holdOfOrder(orderId)) {
      Points off = coupon.pointsOff();
      int restoreDays = book.template(coupon.templateId()).restoreDays();
      CouponStep decision = coupon.giveBack(today, restoreDays);
      giveBack(coupon, off, "order:" + orderId);
      coupons.record(coupon, decision, new CouponMove.Bound(null, orderId, off), null);
    }
    book.flush();
  }

  private void giveBack(Coupon coupon, Points off, String cause) {
    if (coupon.campaignId() != null && !campaigns.get(coupon.campaignId()).countsCoupons()) {
      pots.giveBack(coupon.campaignId(), off.amount(), cause);
    }
  }
}
