package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a cart costs, and why.
 *
 * @param customerId whose
 * @param day the bank's day for which it was worked out
 * @param lines what is bought
 * @param before points before anything is taken off
 * @param bundles points that bundles take off
 * @param total points with bundles and the coupons that apply
 * @param cash money, of which nothing is taken off
 * @param coupons each coupon that was looked at, in the order in which it was applied
 */
public record PriceExplained(
    UUID customerId,
    LocalDate day,
    List<Line> lines,
    Points before,
    Points bundles,
    Points total,
    Money cash,
    List<Coupon> coupons)
    implements Targeted {

  public PriceExplained {
    lines = List.copyOf(lines);
    coupons = List.copyOf(coupons);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /**
   * @param sku code of the item
   * @param price points for one piece
   * @param cash money for one piece
   * @param quantity pieces
   * @param off points taken off the whole line, by bundles and coupons
   * @param total points for the whole line
   */
  public record Line(
      String sku, Points price, Money cash, long quantity, Points off, Points total) {}

  /**
   * A coupon and what each rule says of it.
   *
   * @param code its code
   * @param name as customers read it
   * @param applied whether it takes something off
   * @param off points that it takes off
   * @param why in words, why it applies or does not
   * @param rules each rule
   */
  public record Coupon(
      String code, String name, boolean applied, Points off, String why, List<Rule> rules) {
    public Coupon {
      rules = List.copyOf(rules);
    }
  }

  /**
   * @param rule the rule
   * @param held whether it holds
   * @param why in words
   */
  public record Rule(PriceRule rule, boolean held, String why) {}
}
