package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.ItemView;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What became of coupons, in years in which nobody else issues any. */
class CouponFiguresTest {
  private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2031, 1, 31);
  private static final LocalDate FIRST_OF_FEBRUARY = LocalDate.of(2031, 2, 1);
  private final PromotionsFixture promotions = new PromotionsFixture(LAST_OF_JANUARY);

  @Test
  void everyCouponIsCountedOnceByWhatBecameOfItInTheMonthOfItsIssue() {
    UUID buyer = promotions.customer(10_000);
    ItemView kettle = promotions.item(100, 50);
    promotions.nowIs(midnight(FIRST_OF_FEBRUARY).minusSeconds(1));
    TemplateView short1 = promotions.terms().daysAfterIssue(10).define();
    CouponView used = promotions.issue(short1, buyer);
    promotions.issue(short1, buyer);
    CouponView revoked = promotions.issue(short1, buyer);
    promotions.buy(buyer, kettle, 1, used);
    promotions.as(tools -> tools.coupons().revoke(new RevokeCoupon(revoked.id(), "误发")));

    promotions.nowIs(midnight(FIRST_OF_FEBRUARY));
    TemplateView long1 = promotions.terms().daysAfterIssue(90).define();
    promotions.issue(long1, buyer);
    CouponView back = promotions.issue(long1, buyer);
    promotions.cancel(promotions.buy(buyer, kettle, 1, back));
    CouponView setAside = promotions.issue(long1, buyer);
    promotions.put(buyer, kettle, 1);
    promotions.todayIs(LocalDate.of(2031, 2, 20));
    promotions.checkOut(buyer, setAside);

    CouponReport report = report("2031-01-01", "2031-03-31");
    assertThat(report.months())
        .extracting(CouponReport.Month::month)
        .containsExactly(YearMonth.of(2031, 1), YearMonth.of(2031, 2), YearMonth.of(2031, 3));
    assertThat(report.months())
        .extracting(CouponReport.Month::redemption)
        .containsExactly(
            new Redemption(3, 1, 0, 1, 1, Points.of(30)),
            new Redemption(3, 0, 3, 0, 0, Points.ZERO),
            Redemption.NONE);
    assertThat(report.total()).isEqualTo(new Redemption(6, 1, 3, 1, 1, Points.of(30)));
    assertThat(report.months().get(0).redemption().rate())
        .isBetween(new BigDecimal("0.3333"), new BigDecimal("0.3334"));
    assertThat(report.kinds())
        .extracting(CouponReport.Share::code)
        .containsExactlyInAnyOrder(short1.code(), long1.code());
    assertThat(report.parts())
        .extracting(CouponReport.Part::code)
        .containsExactly(short1.code(), long1.code());
    assertThat(report.campaigns())
        .singleElement()
        .satisfies(
            share -> {
              assertThat(share.code()).isNull();
              assertThat(share.redemption()).isEqualTo(report.total());
            });
    assertThat(report("2031-02-01", "2031-02-28").total().issued())
        .as("a coupon of the last second of January is not of February")
        .isEqualTo(3);
  }

  @Test
  void aPeriodWithoutCouponsHasItsMonthsAndARateOfNothing() {
    CouponReport report = report("2032-02-29", "2032-03-01");
    assertThat(report.total()).isEqualTo(Redemption.NONE);
    assertThat(report.total().rate()).isEqualByComparingTo("0");
    assertThat(report.months()).hasSize(2);
    assertThat(report.months().get(0).from()).isEqualTo(LocalDate.of(2032, 2, 29));
    assertThat(report.kinds()).isEmpty();
    assertThat(report.campaigns()).isEmpty();
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsOrIsNoDayIsRefused() {
    assertThatThrownBy(() -> report("2031-02-02", "2031-02-01")).hasMessage("sales.period");
    assertThatThrownBy(() -> report("2031-02-30", "")).hasMessage("paging.filter-value");
  }

  @Test
  void couponsAreFoundByTheDayOfTheirIssue() {
    promotions.nowIs(midnight(LocalDate.of(2033, 5, 2)).minusSeconds(1));
    TemplateView kind = promotions.terms().daysAfterIssue(5).define();
    CouponView first = promotions.issue(kind, promotions.customer());
    promotions.nowIs(midnight(LocalDate.of(2033, 5, 2)));
    promotions.issue(kind, promotions.customer());
    List<CouponView> found =
        promotions.as(
            tools ->
                tools
                    .coupons()
                    .list(
                        PageRequest.at(
                            0, 20, null, Map.of("from", "2033-05-01", "to", "2033-05-01")))
                    .items());
    assertThat(found).extracting(CouponView::id).containsExactly(first.id());
  }

  @Test
  void aCouponCannotBeCountedTwice() {
    assertThatThrownBy(() -> new Redemption(3, 2, 1, 1, 0, Points.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private CouponReport report(String from, String to) {
    return promotions.as(tools -> tools.figures().report(from, to));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(PromotionsFixture.ZONE).toInstant();
  }
}
