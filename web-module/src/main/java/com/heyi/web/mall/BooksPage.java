package com.heyi.web.mall;

import com.heyi.mall.MallFigures;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.TrialBalance;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.PageAt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The books of the mall: the trial balance with its checks, and points by month. */
@PageAt(value = "/mall/books.xhtml", facade = PointsFacade.class, needs = "trialBalance")
@Named
@RequestScoped
public class BooksPage {
  private static final int MONTHS = 13;

  @Inject private PointsFacade points;
  private TrialBalance balance;
  private MallFigures figures;

  /** Draws up the trial balance. */
  public void open() {
    balance = points.trialBalance();
    figures = points.figures(MONTHS);
  }

  public TrialBalance getBalance() {
    return balance;
  }

  public MallFigures getFigures() {
    return figures;
  }

  /** Points granted, spent and given back by month. */
  public Chart getMovements() {
    List<MallFigures.Month> months = figures.months();
    return Chart.bars(months.stream().map(one -> one.month().toString()).toList())
        .series(text("page.mall.granted"), months.stream().map(MallFigures.Month::granted).toList())
        .series(
            text("page.mall.redeemed"), months.stream().map(MallFigures.Month::redeemed).toList())
        .series(
            text("page.mall.returned"), months.stream().map(MallFigures.Month::returned).toList());
  }

  /** Points outstanding at the end of each month. */
  public Chart getOutstanding() {
    List<MallFigures.Month> months = figures.months();
    return Chart.lines(months.stream().map(one -> one.month().toString()).toList())
        .series(
            text("page.mall.outstanding"),
            months.stream().map(MallFigures.Month::outstanding).toList());
  }

  private static String text(String key) {
    return Texts.get(CallContext.current().locale(), key);
  }
}
