package com.heyi.web.mall;

import com.heyi.mall.SalesFacade;
import com.heyi.mall.SalesReport;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.PageAt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** What the mall sells: GMV with its factors by month, the funnel, items and branches. */
@PageAt(value = "/mall/sales.xhtml", facade = SalesFacade.class, needs = "report")
@Named
@RequestScoped
public class SalesPage {
  @Inject private SalesFacade sales;
  @Inject private FiguresFiles files;

  private String from;
  private String to;
  private SalesReport report;

  /** Reads the period that the address asks for; the usual one when that cannot be. */
  public void open() {
    try {
      report = sales.report(from, to);
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
      from = null;
      to = null;
      report = sales.report(from, to);
    }
  }

  public List<FiguresFiles.FunnelRow> getFunnel() {
    return FiguresFiles.FunnelRow.all(getReport().funnel());
  }

  /** How many came to each step. */
  public Chart getFunnelChart() {
    Locale locale = CallContext.current().locale();
    return Chart.bars(getFunnel().stream().map(row -> Texts.of(locale, row.step())).toList())
        .series(
            text("page.mall.sales.customers"),
            getFunnel().stream().map(FiguresFiles.FunnelRow::count).toList());
  }

  /** A ratio in percent, one decimal. */
  public BigDecimal percent(BigDecimal ratio) {
    return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
  }

  /** A factor as it is shown, two decimals. */
  public BigDecimal factor(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }

  static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  /** What makes GMV in money by month, on top of each other: points at their cost, and money. */
  public Chart getChart() {
    List<SalesReport.Month> months = getReport().months();
    return Chart.stackedBars(months.stream().map(one -> one.month().toString()).toList())
        .series(
            text("page.mall.sales.points-worth"),
            months.stream().map(one -> one.gmv().worth().minus(one.gmv().cash()).amount()).toList())
        .series(
            text("page.mall.order.cash"),
            months.stream().map(one -> one.gmv().cash().amount()).toList());
  }

  /** Buyers and orders by month. */
  public Chart getBuyers() {
    List<SalesReport.Month> months = getReport().months();
    return Chart.lines(months.stream().map(one -> one.month().toString()).toList())
        .series(
            text("page.mall.sales.buyers"), months.stream().map(one -> one.gmv().buyers()).toList())
        .series(text("page.mall.orders"), months.stream().map(one -> one.gmv().orders()).toList());
  }

  /** Writes the months into a file. */
  public void exportMonths(String format) {
    FileAnswers.send((wanted, locale) -> files.months(from, to, wanted, locale), format);
  }

  /** Writes the funnel into a file. */
  public void exportFunnel(String format) {
    FileAnswers.send((wanted, locale) -> files.funnel(from, to, wanted, locale), format);
  }

  /** Writes all items into a file. */
  public void exportItems(String format) {
    FileAnswers.send((wanted, locale) -> files.items(from, to, wanted, locale), format);
  }

  /** Writes the branches into a file. */
  public void exportBranches(String format) {
    FileAnswers.send((wanted, locale) -> files.branches(from, to, wanted, locale), format);
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
