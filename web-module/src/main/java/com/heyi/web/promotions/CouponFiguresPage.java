package com.heyi.web.promotions;

import com.heyi.promotions.CouponFiguresFacade;
import com.heyi.promotions.CouponReport;
import com.heyi.promotions.Redemption;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;

/** How coupons are redeemed: by month of issue, kind and campaign. */
@PageAt(value = "/promotions/figures.xhtml", facade = CouponFiguresFacade.class, needs = "report")
@Named
@RequestScoped
public class CouponFiguresPage {
  private static final int MOST_BARS = 12;

  @Inject private CouponFiguresFacade figures;

  private String from;
  private String to;
  private CouponReport report;

  /** Reads the period that the address asks for; the usual one when that cannot be. */
  public void open() {
    try {
      report = figures.report(from, to);
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
      from = null;
      to = null;
      report = figures.report(from, to);
    }
  }

  /** A rate in percent, one decimal. */
  public BigDecimal percent(Redemption redemption) {
    return redemption.rate().movePointRight(2).setScale(1, RoundingMode.HALF_UP);
  }

  /** What became of the coupons of each month, on top of each other. */
  public Chart getChart() {
    List<CouponReport.Month> months = getReport().months();
    Chart chart = Chart.stackedBars(months.stream().map(one -> one.month().toString()).toList());
    chart.series(text("used"), counts(months, Redemption::used));
    chart.series(text("open"), counts(months, Redemption::open));
    chart.series(text("expired"), counts(months, Redemption::expired));
    chart.series(text("withdrawn"), counts(months, Redemption::withdrawn));
    return chart;
  }

  private static List<Long> counts(
      List<CouponReport.Month> months, ToLongFunction<Redemption> count) {
    return months.stream().map(one -> count.applyAsLong(one.redemption())).toList();
  }

  /** The rates of the kinds that were issued most. */
  public Chart getRates() {
    List<CouponReport.Share> kinds = getReport().kinds().stream().limit(MOST_BARS).toList();
    return Chart.bars(kinds.stream().map(CouponReport.Share::name).toList())
        .series(
            text("rate-percent"), kinds.stream().map(one -> percent(one.redemption())).toList());
  }

  /** The months by kind as a workbook. */
  public void export() {
    XlsxExport.of("page.coupon-figures.title", getReport().parts())
        .column("page.coupon-figures.month", one -> one.month().toString())
        .column("page.coupon.code", CouponReport.Part::code)
        .column("page.coupon.template", CouponReport.Part::name)
        .column("page.coupon-figures.issued", one -> one.redemption().issued())
        .column("page.coupon-figures.used", one -> one.redemption().used())
        .column("page.coupon-figures.open", one -> one.redemption().open())
        .column("page.coupon-figures.expired", one -> one.redemption().expired())
        .column("page.coupon-figures.withdrawn", one -> one.redemption().withdrawn())
        .column("page.coupon-figures.rate", one -> one.redemption().rate())
        .column("page.coupon-figures.off", one -> one.redemption().off())
        .send();
  }

  private static String text(String key) {
    return Texts.get(CallContext.current().locale(), "page.coupon-figures." + key);
  }

  public CouponReport getReport() {
    if (report == null) {
      open();
    }
    return report;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
