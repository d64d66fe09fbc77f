package com.heyi.winddown.internal;

import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.promotions.CouponTakeover;
import com.heyi.shared.error.HeyiException;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Takes over the coupons of an app that ends, each with the kind of coupon here that it becomes;
 * the bank defines the kind before, with the terms that were promised.
 */
@ApplicationScoped
public class AppCouponsImport implements ImportHandler {
  private static final String COUPON = "coupon";
  private static final String TEMPLATE = "template";
  private static final String LAST_DAY = "validUntil";
  private static final int LONGEST = 40;

  private NamedHoldings holdings;
  private CouponTakeover coupons;
  private Clock clock;

  protected AppCouponsImport() {}

  @Inject
  public AppCouponsImport(NamedHoldings holdings, CouponTakeover coupons, Clock clock) {
    this.holdings = holdings;
    this.coupons = coupons;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "app-coupons";
  }

  @Override
  public List<String> columns() {
    return List.of(NamedHoldings.APP, NamedHoldings.ID, COUPON, TEMPLATE, LAST_DAY);
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    return holdings.take(groups, COUPON, this::read);
  }

  private Holding read(Plan plan, ImportRecord row) {
    String template = HandedOverRow.code(row, TEMPLATE, LONGEST);
    if (!coupons.takes(template)) {
      throw new HeyiException(WindDownError.COUPON_KIND, template);
    }
    LocalDate lastDay = HandedOverRow.day(row, LAST_DAY);
    if (lastDay == null) {
      throw new HandedOverRow.Unreadable(LAST_DAY);
    }
    return Holding.ofCoupon(
        plan.id(),
        row.get(NamedHoldings.ID),
        HandedOverRow.code(row, COUPON, LONGEST),
        template,
        lastDay,
        clock.instant());
  }
}
