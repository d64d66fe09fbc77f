package com.heyi.promotions;

import com.heyi.mall.SalesPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * How the coupons that were issued in a period are redeemed, by the day of their issue in the
 * bank's zone.
 *
 * @param period which days
 * @param total all of them
 * @param months each month that the period touches, oldest first, also those without coupons
 * @param kinds by kind of coupon, most issued first
 * @param campaigns by campaign, most issued first, last those that no campaign gave
 * @param parts by month and kind, in the order of {@code months} and {@code kinds}
 */
public record CouponReport(
    SalesPeriod period,
    Redemption total,
    List<Month> months,
    List<Share> kinds,
    List<Share> campaigns,
    List<Part> parts) {
  public CouponReport {
    months = List.copyOf(months);
    kinds = List.copyOf(kinds);
    campaigns = List.copyOf(campaigns);
    parts = List.copyOf(parts);
  }

  /**
   * A month, or that part of it which lies in the period.
   *
   * @param from first day
   * @param to last day
   */
  public record Month(YearMonth month, LocalDate from, LocalDate to, Redemption redemption) {}

  /**
   * What a kind of coupon or a campaign has of it.
   *
   * @param code its code, or null for coupons that no campaign gave
   * @param name its name, or null
   */
  public record Share(String code, String name, Redemption redemption) {}

  /** Coupons of a kind that were issued in a month. */
  public record Part(YearMonth month, String code, String name, Redemption redemption) {}
}
