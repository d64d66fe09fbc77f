package com.heyi.promotions.internal;

import com.heyi.promotions.CouponStep;
import com.heyi.promotions.CouponTakeover;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Issues coupons for those that customers had in other apps. */
@ApplicationScoped
public class CouponsOfOtherApps implements CouponTakeover {
  @Inject private CouponBook book;
  @Inject private Coupons coupons;
  @Inject private Clock clock;

  protected CouponsOfOtherApps() {}

  public CouponsOfOtherApps(CouponBook book, Coupons coupons, Clock clock) {
    this.book = book;
    this.coupons = coupons;
    this.clock = clock;
  }

  @Override
  public boolean takes(String template) {
    return book.findTemplate(template).filter(kind -> kind.total() == null).isPresent();
  }

  @Override
  public UUID takeOver(UUID customerId, String template, LocalDate validUntil, String source) {
    Template kind =
        book.findTemplate(template)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, template));
    Coupon coupon =
        Coupon.takenOver(
            kind,
            customerId,
            CouponCodes.next(),
            clock.instant(),
            LocalDate.now(clock),
            validUntil);
    book.add(coupon);
    coupons.record(coupon, CouponStep.ISSUED, CouponMove.Bound.NOTHING, source);
    return coupon.id();
  }
}
