package com.heyi.promotions.internal;

import com.heyi.mall.PriceReduction;
import com.heyi.promotions.CampaignStatus;
import com.heyi.promotions.CouponStatus;
import com.heyi.promotions.PriceRule;
import com.heyi.promotions.Reduction;
import com.heyi.promotions.TemplateView;
import com.heyi.shared.value.Points;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What coupons take off a basket. It knows nothing but what it is told, so that a checkout and a
 * question what it would cost cannot differ. Coupons are applied one after another by their
 * precedence; each takes its share off what bundles and the ones before it have left.
 */
final class Pricing {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private Pricing() {}

  /**
   * A coupon as it is looked at.
   *
   * @param terms what it is good for
   * @param items the codes that it names, of those in the basket; ignored unless it is limited
   * @param categories the categories that it names, of those in which something of the basket
   *     stands, or below which; ignored unless it is limited
   * @param campaign its campaign's status, or null without one
   * @param budgetLeft points that its campaign can still pay, or null when they are not counted
   */
  record Candidate(
      UUID id,
      String code,
      UUID customerId,
      CouponStatus status,
      LocalDate validFrom,
      LocalDate validUntil,
      TemplateView terms,
      Set<String> items,
      Set<String> categories,
      UUID campaignId,
      CampaignStatus campaign,
      Long budgetLeft) {

    boolean isGoodFor(PriceReduction.Line line) {
      return !terms.limited()
          || items.contains(line.sku())
          || line.categories().stream().anyMatch(categories::contains);
    }
  }

  /** What one rule says, with the figures that its text names. */
  record Ruling(PriceRule rule, boolean held, List<Object> args) {}

  /**
   * What became of one coupon.
   *
   * @param off points by line number
   */
  record Verdict(Candidate coupon, List<Ruling> rulings, Map<Integer, Points> off) {
    boolean applied() {
      return rulings.stream().allMatch(Ruling::held);
    }

    Points total() {
      return off.values().stream().reduce(Points.ZERO, Points::plus);
    }

    /** The first rule that does not hold. */
    Ruling obstacle() {
      return rulings.stream().filter(ruling -> !ruling.held()).findFirst().orElseThrow();
    }
  }

  /**
   * @param branch where the coupons are redeemed, or null
   * @return a verdict for each coupon, in the order in which they were applied
   */
  static List<Verdict> of(
      List<PriceReduction.Line> lines,
      UUID customer,
      String branch,
      LocalDate day,
      List<Candidate> coupons) {
    Map<Integer, Points> left = new TreeMap<>();
    lines.forEach(line -> left.put(line.no(), line.left()));
    Map<UUID, Long> budgets = new LinkedHashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    coupons.stream()
        .sorted(
            Comparator.comparingInt((Candidate coupon) -> coupon.terms().precedence())
                .thenComparing(Candidate::validUntil)
                .thenComparing(Candidate::code))
        .forEach(
            coupon -> {
              Verdict verdict =
                  judge(coupon, lines, customer, branch, day, left, budgets, verdicts);
              if (verdict.applied()) {
                verdict.off().forEach((no, off) -> left.compute(no, (n, was) -> was.minus(off)));
                if (coupon.budgetLeft() != null) {
                  budgets.put(
                      coupon.campaignId(), left(coupon, budgets) - verdict.total().amount());
                }
              }
              verdicts.add(verdict);
            });
    return verdicts;
  }

  private static Verdict judge(
      Candidate coupon,
      List<PriceReduction.Line> lines,
      UUID customer,
      String branch,
      LocalDate day,
      Map<Integer, Points> left,
      Map<UUID, Long> budgets,
      List<Verdict> before) {
    TemplateView terms = coupon.terms();
    // In an order of its own, so that rounding does not depend on which line was put first.
    List<PriceReduction.Line> good =
        lines.stream()
            .filter(coupon::isGoodFor)
            .sorted(Comparator.comparing(PriceReduction.Line::sku))
            .toList();
    Points spend = good.stream().map(PriceReduction.Line::whole).reduce(Points.ZERO, Points::plus);
    Points base = good.stream().map(line -> left.get(line.no())).reduce(Points.ZERO, Points::plus);
    Points off = off(terms, base);
    List<Ruling> rulings = new ArrayList<>();
    rulings.add(ruling(PriceRule.HIS_OWN, coupon.customerId().equals(customer)));
    rulings.add(
        ruling(PriceRule.NOT_USED, coupon.status() == CouponStatus.AVAILABLE, coupon.status()));
    rulings.add(
        ruling(
            PriceRule.ON_ITS_DAYS,
            !day.isBefore(coupon.validFrom()) && !day.isAfter(coupon.validUntil()),
            coupon.validFrom(),
            coupon.validUntil()));
    rulings.add(
        ruling(
            PriceRule.IN_ITS_BRANCH,
            terms.branch() == null || terms.branch().equals(branch),
            terms.branch() == null ? "" : terms.branch()));
    rulings.add(ruling(PriceRule.ON_ITS_ITEMS, !good.isEmpty(), good.size()));
    rulings.add(
        ruling(
            PriceRule.MINIMUM_SPEND,
            !terms.minimumSpend().isMoreThan(spend),
            terms.minimumSpend().amount(),
            spend.amount()));
    String rival = rival(terms, before);
    rulings.add(ruling(PriceRule.COMBINES, rival.isEmpty(), rival));
    rulings.add(
        ruling(
            PriceRule.CAMPAIGN_RUNS,
            coupon.campaign() == null || coupon.campaign() == CampaignStatus.RUNNING));
    long budget = coupon.budgetLeft() == null ? Long.MAX_VALUE : left(coupon, budgets);
    rulings.add(
        ruling(
            PriceRule.WITHIN_BUDGET,
            off.amount() <= budget,
            coupon.budgetLeft() == null ? "" : budget));
    rulings.add(ruling(PriceRule.TAKES_SOMETHING, !off.isZero(), off.amount()));
    Map<Integer, Points> shares =
        rulings.stream().allMatch(Ruling::held) ? shares(good, left, base, off) : Map.of();
    return new Verdict(coupon, rulings, shares);
  }

  private static long left(Candidate coupon, Map<UUID, Long> budgets) {
    return budgets.getOrDefault(coupon.campaignId(), coupon.budgetLeft());
  }

  /** The coupon applied before with which this one may not go; empty when there is none. */
  private static String rival(TemplateView terms, List<Verdict> before) {
    return before.stream()
        .filter(Verdict::applied)
        .map(Verdict::coupon)
        .filter(
            other ->
                terms.exclusive()
                    || other.terms().exclusive()
                    || other.terms().stackGroup().equals(terms.stackGroup()))
        .map(Candidate::code)
        .findFirst()
        .orElse("");
  }

  private static Points off(TemplateView terms, Points base) {
    if (terms.reduction() == Reduction.POINTS) {
      return Points.of(terms.amount()).min(base);
    }
    Points share =
        Points.of(
            BigInteger.valueOf(base.amount())
                .multiply(BigInteger.valueOf(terms.amount()))
                .divide(HUNDRED)
                .longValueExact());
    return terms.mostOff() == null ? share : share.min(terms.mostOff());
  }

  /**
   * Each line's share in proportion to what is left of it; whole points that add up exactly, since
   * a share is the step of a rounded running total.
   */
  private static Map<Integer, Points> shares(
      List<PriceReduction.Line> good, Map<Integer, Points> left, Points base, Points off) {
    Map<Integer, Points> shares = new LinkedHashMap<>();
    BigInteger whole = BigInteger.valueOf(base.amount());
    long seen = 0;
    long given = 0;
    for (PriceReduction.Line line : good) {
      seen += left.get(line.no()).amount();
      long upToHere =
          BigInteger.valueOf(off.amount())
              .multiply(BigInteger.valueOf(seen))
              .divide(whole)
              .longValueExact();
      if (upToHere > given) {
        shares.put(line.no(), Points.of(upToHere - given));
      }
      given = upToHere;
    }
    return shares;
  }

  private static Ruling ruling(PriceRule rule, boolean held, Object... args) {
    return new Ruling(rule, held, List.of(args));
  }
}
