package com.heyi.web.mall;

import com.heyi.mall.SalesFacade;
import com.heyi.mall.SalesReport;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What the mall sells: GMV with its factors by month, the funnel, items and branches. */
@PageAt(value = "/mall/sales.xhtml", facade = SalesFacade.class, needs = "report")
@Named
@RequestScoped
public class SalesPage {
  private static final List<String> FUNNEL =
      List.of("members", "with-points", "interested", "ordered", "received");

  @Inject private SalesFacade sales;

  private String from;
  private String to;
  private SalesReport report;

  /** Reads the period that the address asks for. */
  public void open() {
    report = sales.report(from, to);
  }

  /**
   * A step of the funnel as it is shown.
   *
   * @param label its name
   * @param count customers
   * @param percent of those of the first step, one decimal
   */
  public record FunnelStep(String label, long count, BigDecimal percent) {}

  public List<FunnelStep> getFunnel() {
    List<Long> counts = getReport().funnel().steps();
    List<FunnelStep> steps = new ArrayList<>();
    for (int at = 0; at < counts.size(); at++) {
      steps.add(
          new FunnelStep(
              text("page.mall.sales.funnel." + FUNNEL.get(at)),
              counts.get(at),
              percent(counts.get(at), counts.get(0))));
    }
    return steps;
  }

  /** A ratio in percent, one decimal. */
  public BigDecimal percent(BigDecimal ratio) {
    return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
  }

  /** A factor as it is shown, two decimals. */
  public BigDecimal factor(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  /** GMV and what of it went back, by month. */
  public Chart getChart() {
    List<SalesReport.Month> months = getReport().months();
    return Chart.bars(months.stream().map(one -> one.month().toString()).toList())
        .series(
            text("page.mall.sales.gmv"),
            months.stream().map(one -> one.gmv().value().amount()).toList())
        .series(
            text("page.mall.sales.given-back"),
            months.stream().map(one -> one.gmv().givenBack().amount()).toList());
  }

  /** Buyers and orders by month. */
  public Chart getBuyers() {
    List<SalesReport.Month> months = getReport().months();
    return Chart.lines(months.stream().map(one -> one.month().toString()).toList())
        .series(
            text("page.mall.sales.buyers"), months.stream().map(one -> one.gmv().buyers()).toList())
        .series(text("page.mall.orders"), months.stream().map(one -> one.gmv().orders()).toList());
  }

  /** The months as a workbook. */
  public void export() {
    XlsxExport.of("page.mall.sales", getReport().months())
        .column("page.mall.sales.month", one -> one.month().toString())
        .column("page.mall.sales.members", one -> one.gmv().members())
        .column("page.mall.sales.buyers", one -> one.gmv().buyers())
        .column("page.mall.sales.conversion", one -> one.gmv().conversion())
        .column("page.mall.orders", one -> one.gmv().orders())
        .column("page.mall.sales.purchases", one -> one.gmv().purchasesPerBuyer())
        .column("page.mall.sales.basket", one -> one.gmv().valuePerPurchase())
        .column("page.mall.sales.gmv", one -> one.gmv().value())
        .column("page.mall.sales.given-back", one -> one.gmv().givenBack())
        .column("page.mall.sales.booked", one -> one.gmv().booked())
        .column("page.mall.order.cash", one -> one.gmv().cash())
        .column("page.mall.order.cash-returned", one -> one.gmv().cashGivenBack())
        .send();
  }

  private static String text(String key) {
    return Texts.get(CallContext.current().locale(), key);
  }

  public SalesReport getReport() {
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
