package com.heyi.web.mall;

import com.heyi.mall.FiguresExported;
import com.heyi.mall.FunnelMember;
import com.heyi.mall.FunnelStep;
import com.heyi.mall.Liability;
import com.heyi.mall.LiabilityChange;
import com.heyi.mall.LiabilityFacade;
import com.heyi.mall.PointsHolder;
import com.heyi.mall.SalesFacade;
import com.heyi.mall.SalesItems;
import com.heyi.mall.SalesPeriod;
import com.heyi.mall.SalesReport;
import com.heyi.web.ui.FileFormat;
import com.heyi.web.ui.ListFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes files of the mall's figures, which whoever takes them must close. None is handed over
 * before the trail has its hash.
 */
@ApplicationScoped
public class FiguresFiles {
  @Inject private SalesFacade sales;
  @Inject private LiabilityFacade liability;
  @Inject private Clock clock;

  /** GMV and its factors by month. */
  public ListFile<SalesReport.Month> months(
      String from, String to, FileFormat format, Locale locale) {
    SalesReport report = sales.report(from, to);
    ListFile<SalesReport.Month> file =
        ListFile.<SalesReport.Month>of("page.mall.sales.factors", format, locale, clock)
            .column("page.mall.sales.month", one -> one.month().toString())
            .column("page.mall.sales.members", one -> one.gmv().members())
            .column("page.mall.sales.buyers", one -> one.gmv().buyers())
            .column("page.mall.sales.conversion", one -> one.gmv().conversion())
            .column("page.mall.orders", one -> one.gmv().orders())
            .column("page.mall.sales.purchases", one -> one.gmv().purchasesPerBuyer())
            .column("page.mall.sales.basket", one -> one.gmv().worthPerPurchase())
            .column("page.mall.sales.gmv", one -> one.gmv().worth())
            .column("page.mall.sales.basket.points", one -> one.gmv().valuePerPurchase())
            .column("page.mall.points", one -> one.gmv().value())
            .column("page.mall.sales.booked", one -> one.gmv().booked())
            .column("page.mall.sales.given-back", one -> one.gmv().givenBack())
            .column("page.mall.sales.basket.cash", one -> one.gmv().cashPerPurchase())
            .column("page.mall.order.cash", one -> one.gmv().cash())
            .column("page.mall.sales.paid", one -> one.gmv().paid())
            .column("page.mall.order.cash-returned", one -> one.gmv().cashGivenBack());
    return filled(file, "sales-months", text(report.period()), report.months());
  }

  /** How far members came in redeeming points. */
  public ListFile<FunnelRow> funnel(String from, String to, FileFormat format, Locale locale) {
    SalesReport report = sales.report(from, to);
    ListFile<FunnelRow> file =
        ListFile.<FunnelRow>of("page.mall.sales.funnel", format, locale, clock)
            .column("page.mall.sales.funnel.step", FunnelRow::step)
            .column("page.mall.sales.customers", FunnelRow::count)
            .column("page.mall.sales.funnel.percent", FunnelRow::percent);
    return filled(file, "sales-funnel", text(report.period()), FunnelRow.all(report.funnel()));
  }

  /**
   * The customers behind a step of the funnel.
   *
   * @param step name of the step; members when it is left out
   */
  public ListFile<FunnelMember> members(
      String step, String from, String to, FileFormat format, Locale locale) {
    String wanted = step == null ? FunnelStep.MEMBERS.name() : step;
    SalesPeriod period = SalesPeriod.of(from, to, LocalDate.now(clock));
    List<FunnelMember> members =
        sales.allMembers(
            wanted, period.from().toString(), period.to().toString(), oneMoreThan(format));
    ListFile<FunnelMember> file =
        ListFile.<FunnelMember>of("page.mall.sales.funnel.members", format, locale, clock)
            .column("page.mall.customer.number", FunnelMember::customerNumber)
            .column("page.mall.customer.name", FunnelMember::customerName)
            .column("page.mall.sales.since", FunnelMember::since)
            .column("page.mall.orders", FunnelMember::orders)
            .column("page.mall.points", FunnelMember::value)
            .column("page.mall.order.cash", FunnelMember::cash);
    return filled(file, "sales-members", "step=" + wanted + "&" + text(period), members);
  }

  /** Everything that was ordered, item by item. */
  public ListFile<SalesReport.ItemSales> items(
      String from, String to, FileFormat format, Locale locale) {
    SalesItems sold = sales.items(from, to);
    ListFile<SalesReport.ItemSales> file =
        ListFile.<SalesReport.ItemSales>of("page.mall.sales.items", format, locale, clock)
            .column("page.mall.item.sku", SalesReport.ItemSales::sku)
            .column("page.mall.item.name", SalesReport.ItemSales::name)
            .column("page.mall.orders", SalesReport.ItemSales::orders)
            .column("page.mall.sales.pieces", SalesReport.ItemSales::pieces)
            .column("page.mall.sales.back-pieces", SalesReport.ItemSales::backPieces)
            .column("page.mall.points", SalesReport.ItemSales::value)
            .column("page.mall.order.cash", SalesReport.ItemSales::cash)
            .column("page.mall.sales.worth", SalesReport.ItemSales::worth);
    return filled(file, "sales-items", text(sold.period()), sold.items());
  }

  /** Sales by home branch. */
  public ListFile<SalesReport.BranchSales> branches(
      String from, String to, FileFormat format, Locale locale) {
    SalesReport report = sales.report(from, to);
    ListFile<SalesReport.BranchSales> file =
        ListFile.<SalesReport.BranchSales>of("page.mall.sales.branches", format, locale, clock)
            .column("page.mall.branch", SalesReport.BranchSales::branch)
            .column("page.mall.sales.buyers", SalesReport.BranchSales::buyers)
            .column("page.mall.orders", SalesReport.BranchSales::orders)
            .column("page.mall.points", SalesReport.BranchSales::value)
            .column("page.mall.order.cash", SalesReport.BranchSales::cash)
            .column("page.mall.sales.worth", SalesReport.BranchSales::worth);
    return filled(file, "sales-branches", text(report.period()), report.branches());
  }

  /**
   * Liability and breakage over time.
   *
   * @param months how many ends of months before today
   */
  public ListFile<Liability.Day> liability(int months, FileFormat format, Locale locale) {
    ListFile<Liability.Day> file =
        ListFile.<Liability.Day>of("page.mall.liability", format, locale, clock)
            .column("page.mall.liability.on", Liability.Day::on)
            .column("page.mall.outstanding", Liability.Day::outstanding)
            .column("page.mall.liability.cost", Liability.Day::costPerPoint)
            .column("page.mall.liability.rate", Liability.Day::redemptionRate)
            .column("page.mall.liability.liability", Liability.Day::liability)
            .column("page.mall.liability.breakage", Liability.Day::breakage);
    List<Liability.Day> days = liability.liability(months).days();
    return filled(file, "liability", "months=" + (days.size() - 1), days);
  }

  /** What changed the outstanding points of a month up to a day. */
  public ListFile<LiabilityChange.Movement> change(String on, FileFormat format, Locale locale) {
    LiabilityChange change = liability.change(on);
    ListFile<LiabilityChange.Movement> file =
        ListFile.<LiabilityChange.Movement>of("page.mall.liability.change", format, locale, clock)
            .column("page.mall.entry.kind", LiabilityChange.Movement::kind)
            .column("page.mall.liability.entries", LiabilityChange.Movement::entries)
            .column("page.mall.points", LiabilityChange.Movement::points);
    return filled(file, "liability-change", "on=" + change.now().on(), change.movements());
  }

  /** Who has the points that are outstanding on a day. */
  public ListFile<PointsHolder> holders(String on, FileFormat format, Locale locale) {
    String day = on == null ? LocalDate.now(clock).toString() : on;
    List<PointsHolder> holders = liability.allHolders(day, oneMoreThan(format));
    ListFile<PointsHolder> file =
        ListFile.<PointsHolder>of("page.mall.liability.holders", format, locale, clock)
            .column("page.mall.customer.number", PointsHolder::customerNumber)
            .column("page.mall.customer.name", PointsHolder::customerName)
            .column("page.mall.outstanding", PointsHolder::outstanding);
    return filled(file, "points-holders", "on=" + day, holders);
  }

  /** So that it is seen whether the file lacks some. */
  private static int oneMoreThan(FileFormat format) {
    return format.mostRows() + 1;
  }

  /**
   * A step of the funnel as it is shown.
   *
   * @param step which
   * @param count customers who came to it
   * @param percent of those of the first step, one decimal
   */
  public record FunnelRow(FunnelStep step, long count, BigDecimal percent) {
    static List<FunnelRow> all(SalesReport.Funnel funnel) {
      return Arrays.stream(FunnelStep.values())
          .map(
              step ->
                  new FunnelRow(
                      step,
                      funnel.of(step),
                      SalesPage.percent(funnel.of(step), funnel.of(FunnelStep.MEMBERS))))
          .toList();
    }
  }

  private static String text(SalesPeriod period) {
    return "from=" + period.from() + "&to=" + period.to();
  }

  private <V> ListFile<V> filled(ListFile<V> file, String figures, String filter, List<V> rows) {
    String format = file.format().name();
    return file.filled(
        rows,
        false,
        (count, sha256) ->
            sales.exported(new FiguresExported(figures, format, filter, count, sha256)));
  }
}
