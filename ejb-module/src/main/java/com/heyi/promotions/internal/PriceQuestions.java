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
import com.heyi.shared.value.Money;
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
import java.util.function.Function;

/**
 * Answers what a cart would cost and why, by the prices, bundles and rules of the checkout itself,
 * and changes nothing.
 */
@ApplicationScoped
public class PriceQuestions {
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
    List<PriceReduction.Line> lines = lines(customer, question, at);
    List<Pricing.Verdict> verdicts =
        prices.judge(lines, customer.id(), customer.branch(), day, coupons(question, day));
    Map<Integer, Points> off = new LinkedHashMap<>();
    verdicts.forEach(
        verdict -> verdict.off().forEach((no, points) -> off.merge(no, points, Points::plus)));
    List<PriceReduction.Line> left =
        lines.stream().map(line -> line.less(off.getOrDefault(line.no(), Points.ZERO))).toList();
    return new PriceExplained(
        customer.id(),
        day,
        left.stream().map(PriceQuestions::told).toList(),
        sum(lines, PriceReduction.Line::whole),
        sum(lines, PriceReduction.Line::reduced),
        sum(left, PriceReduction.Line::left),
        left.stream()
            .map(line -> line.cash().times(line.quantity()))
            .reduce(Money.zero(Money.CNY), Money::plus),
        verdicts.stream().map(PriceQuestions::told).toList());
  }

  private static Points sum(
      List<PriceReduction.Line> lines, Function<PriceReduction.Line, Points> points) {
    return lines.stream().map(points).reduce(Points.ZERO, Points::plus);
  }

  private static PriceExplained.Line told(PriceReduction.Line line) {
    return new PriceExplained.Line(
        line.sku(), line.price(), line.cash(), line.quantity(), line.reduced(), line.left());
  }

  private List<PriceReduction.Line> lines(
      CustomerRef customer, SimulatePrice question, Instant at) {
    if (question.lines().isEmpty()) {
      return baskets.ofCart(customer, at);
    }
    Map<String, Long> pieces = new LinkedHashMap<>();
    question.lines().forEach(line -> pieces.merge(line.sku(), line.quantity(), Math::addExact));
    return baskets.of(customer, pieces, at);
  }

  private List<Coupon> coupons(SimulatePrice question, LocalDate day) {
    if (question.coupons().isEmpty()) {
      return book.usable(question.customerId(), day);
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
