package com.heyi.promotions;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.SalesPeriod;
import com.heyi.promotions.internal.CouponFigures;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.PagingError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** How coupons are redeemed. */
@Facade
@Stateless
public class CouponFiguresFacade {
  @Inject private CouponFigures figures;
  @Inject private Clock clock;

  public CouponFiguresFacade() {}

  CouponFiguresFacade(CouponFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * The redemption of coupons that were issued in a period.
   *
   * @param from its first day, see {@link SalesPeriod#of}
   * @param to its last day
   * @throws HeyiException {@link PagingError#FILTER_VALUE}, {@code sales.period}
   */
  @Query(
      value = "coupon.figures",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public CouponReport report(String from, String to) {
    return figures.report(SalesPeriod.of(from, to, LocalDate.now(clock)));
  }
}
