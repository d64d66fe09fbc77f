package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.Baskets;
import com.heyi.mall.PriceReduction;
import com.heyi.promotions.PriceExplained;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.SimulatePrice;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers what a cart would cost and why, by the rules of the checkout itself, and changes nothing.
 */
@ApplicationScoped
public class PriceQuestions {
  private static final int MOST_COUPONS = 50;

  private CouponBook book;
  private PriceOfABasket prices;
  private Baskets baskets;
  private Clock clock;

  protected PriceQuestions() {}

  @Inject
  public PriceQuestions(CouponBook book, PriceOfABasket prices, Baskets baskets, Clock clock) {
    this.book = book;
    this.prices = prices;
    this.baskets = baskets;
    this.clock = clock;
  }

  /**
   * @throws HeyiException {@link PromotionsError#COUPON_UNKNOWN}, {@code item.unknown}
   */
  public PriceExplained explain(CustomerRef customer, SimulatePrice question) {
    Instant at = question.at() == null ? clock.instant() : question.at();
    LocalDate day = at.atZone(clock.getZone()).toLocalDate();
    List<PriceReduction.Line> lines = lines(question);
    List<Pricing.Verdict> verdicts =
        prices.judge(lines, customer.id(), customer.branch(), day, coupons(question));
    Map<Integer, Points> off = new LinkedHashMap<>();
    verdicts.forEach(
        verdict -> verdict.off().forEach((no, points) -> off.merge(no, points, Points::plus)));
    List<PriceExplained.Line> explained =
        lines.stream()
            .map(
                line -> {
                  Points whole = line.price().times(line.quantity());
                  Points less = off.getOrDefault(line.no(), Points.ZERO);
                  return new PriceExplained.Line(
                      line.sku(), line.price(), line.quantity(), less, whole.minus(less));
                })
            .toList();
    Points total =
        explained.stream().map(PriceExplained.Line::total).reduce(Points.ZERO, Points::plus);
    Points less = off.values().stream().reduce(Points.ZERO, Points::plus);
    return new PriceExplained(
        customer.id(),
        day,
        explained,
        total.plus(less),
        total,
        verdicts.stream().map(PriceQuestions::told).toList());
  }

  private List<PriceReduction.Line> lines(SimulatePrice question) {
    if (question.lines().isEmpty()) {
      return baskets.ofCart(question.customerId());
    }
    Map<String, Long> pieces = new LinkedHashMap<>();
    question.lines().forEach(line -> pieces.merge(line.sku(), line.quantity(), Math::addExact));
    return baskets.of(pieces);
  }

  private List<Coupon> coupons(SimulatePrice question) {
    if (question.coupons().isEmpty()) {
      return book.usable(question.customerId(), MOST_COUPONS);
    }
    List<String> codes =
        question.coupons().stream()
            .map(code -> code.strip().toUpperCase(Locale.ROOT))
            .distinct()
            .toList();
    List<Coupon> found = book.byCode(codes);
    for (String code : codes) {
      if (found.stream().noneMatch(coupon -> coupon.code().equals(code))) {
        throw new HeyiException(PromotionsError.COUPON_UNKNOWN, code);
      }
    }
    return found;
  }

  private static PriceExplained.Coupon told(Pricing.Verdict verdict) {
    String why =
        verdict.applied()
            ? Texts.get(
                CallContext.current().locale(), "coupon.rule.applied", verdict.total().amount())
            : PriceOfABasket.words(verdict.obstacle());
    return new PriceExplained.Coupon(
        verdict.coupon().code(),
        verdict.coupon().terms().name(),
        verdict.applied(),
        verdict.total(),
        why,
        verdict.rulings().stream()
            .map(
                ruling ->
                    new PriceExplained.Rule(
                        ruling.rule(), ruling.held(), PriceOfABasket.words(ruling)))
            .toList());
  }
}
