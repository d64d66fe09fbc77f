package com.heyi.web.complaints;

import com.heyi.complaints.ReportsFacade;
import com.heyi.complaints.SupervisorReturnsFacade;
import com.heyi.complaints.reports.Ageing;
import com.heyi.complaints.reports.HeatMap;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportExported;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.ReportTable;
import com.heyi.complaints.reports.ReturnView;
import com.heyi.learning.SatisfactionTable;
import com.heyi.learning.SurveysFacade;
import com.heyi.web.ui.FileFormat;
import com.heyi.web.ui.ListFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes files of reports. None is handed over before the trail has its hash. */
@ApplicationScoped
public class ReportFiles {
  @Inject private ReportsFacade reports;
  @Inject private SupervisorReturnsFacade returns;
  @Inject private SurveysFacade surveys;
  @Inject private Clock clock;

  /** A cell of the heat map. */
  private record Cell(String branch, String product, long cases) {}

  /** A report by something, with all measures; who takes the file must close it. */
  public ListFile<ReportTable.Row> table(
      ReportFilter filter, ReportBy by, FileFormat format, Locale locale) {
    ReportTable table = reports.table(filter, by);
    ListFile<ReportTable.Row> file = ListFile.of("page.reports.title", format, locale, clock);
    file.column("enum.ReportBy." + by.name(), row -> ReportLabels.of(locale, by, row.key()));
    for (ReportMeasure measure : ReportMeasure.values()) {
      file.column("enum.ReportMeasure." + measure.name(), row -> row.counts().of(measure));
    }
    file.column(
            "page.reports.share.on-time", row -> ReportLabels.percent(row.counts().onTimeShare()))
        .column(
            "page.reports.share.first-level",
            row -> ReportLabels.percent(row.counts().firstLevelShare()))
        .column(
            "page.reports.share.repeated",
            row -> ReportLabels.percent(row.counts().repeatedShare()));
    return filled(
        file,
        "by-" + by.name().toLowerCase(Locale.ROOT),
        ReportQuery.text(filter.asFilters()),
        table.rows(),
        table.left() > 0);
  }

  /** What complainants answered, row by row; who takes the file must close it. */
  public ListFile<SatisfactionTable.Row> satisfaction(
      ReportFilter filter, ReportBy by, FileFormat format, Locale locale) {
    SatisfactionTable table = surveys.report(filter, by);
    ListFile<SatisfactionTable.Row> file =
        ListFile.of("page.reports.satisfaction", format, locale, clock);
    file.column("enum.ReportBy." + by.name(), row -> ReportLabels.of(locale, by, row.key()))
        .column("page.reports.satisfaction.asked", row -> row.figures().asked())
        .column("page.reports.satisfaction.reached", row -> row.figures().reached())
        .column("page.reports.satisfaction.answered", row -> row.figures().answered())
        .column(
            "page.reports.satisfaction.rate",
            row -> ReportLabels.percent(row.figures().responseRate()))
        .column("page.reports.satisfaction.mean", row -> row.figures().meanSatisfaction())
        .column(
            "page.reports.satisfaction.satisfied",
            row ->
                ReportLabels.between(
                    row.figures().satisfied(),
                    row.figures().satisfiedFrom(),
                    row.figures().satisfiedTo()))
        .column("page.reports.satisfaction.effort", row -> row.figures().meanEffort())
        .column("page.reports.satisfaction.easy", row -> ReportLabels.percent(row.figures().easy()))
        .column(
            "page.reports.satisfaction.net", row -> ReportLabels.percent(row.figures().netEasy()));
    return filled(
        file,
        "satisfaction-by-" + by.name().toLowerCase(Locale.ROOT),
        ReportQuery.text(filter.asFilters()),
        table.rows(),
        table.left() > 0);
  }

  /** The heat map, a row a cell that is not empty; who takes the file must close it. */
  public ListFile<?> heatMap(ReportFilter filter, FileFormat format, Locale locale) {
    HeatMap map = reports.heatMap(filter);
    List<Cell> cells =
        map.rows().stream()
            .flatMap(
                row ->
                    IntStream.range(0, map.products().size())
                        .mapToObj(
                            i -> new Cell(row.branch(), map.products().get(i), row.cases().get(i))))
            .filter(cell -> cell.cases() > 0)
            .toList();
    ListFile<Cell> file = ListFile.of("page.reports.heat", format, locale, clock);
    file.column("enum.ReportBy.BRANCH", cell -> ReportLabels.plain(locale, cell.branch()))
        .column("enum.ReportBy.PRODUCT", Cell::product)
        .column("enum.ReportMeasure.RECEIVED", Cell::cases);
    return filled(file, "heat-map", ReportQuery.text(filter.asFilters()), cells, map.left() > 0);
  }

  /** The open cases by age and clock; who takes the file must close it. */
  public ListFile<Ageing.Cell> ageing(ReportFilter filter, FileFormat format, Locale locale) {
    ListFile<Ageing.Cell> file = ListFile.of("page.reports.ageing", format, locale, clock);
    file.column("page.reports.age", Ageing.Cell::age)
        .column("page.reports.used", Ageing.Cell::used)
        .column("enum.ReportMeasure.OPEN", Ageing.Cell::cases);
    return filled(
        file,
        "ageing",
        ReportQuery.text(filter.asFilters()),
        reports.ageing(filter).cells(),
        false);
  }

  /** A return's figures as they were frozen; who takes the file must close it. */
  public ListFile<ReturnView.Line> returned(UUID id, FileFormat format, Locale locale) {
    ReturnView view = returns.view(id);
    ListFile<ReturnView.Line> file = ListFile.of("page.returns.title", format, locale, clock);
    file.column("page.returns.quarter", line -> view.row().quarter())
        .column("page.returns.version", line -> view.row().version())
        .column("enum.ReportBy.BRANCH", line -> ReportLabels.plain(locale, line.branch()))
        .column("page.returns.facet", ReturnView.Line::facet)
        .column("page.returns.code", line -> ReportLabels.of(locale, line.facet(), line.code()))
        .column("enum.ReportMeasure.RECEIVED", ReturnView.Line::received)
        .column("enum.ReportMeasure.CLOSED", ReturnView.Line::closed)
        .column("enum.ReportMeasure.WITHDRAWN", ReturnView.Line::withdrawn)
        .column("enum.ReportMeasure.ON_TIME", ReturnView.Line::onTime)
        .column("enum.ReportMeasure.LATE", ReturnView.Line::late);
    return filled(
        file, "return", "id=" + id + "&sha256=" + view.row().sha256(), view.lines(), false);
  }

  private <V> ListFile<V> filled(
      ListFile<V> file, String report, String filter, List<V> rows, boolean left) {
    String format = file.format().name();
    return file.filled(
        rows,
        left,
        (count, sha256) ->
            reports.exported(new ReportExported(report, format, filter, count, sha256)));
  }
}
