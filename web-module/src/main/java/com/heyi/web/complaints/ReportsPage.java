package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ReportsFacade;
import com.heyi.complaints.reports.AgeBand;
import com.heyi.complaints.reports.Ageing;
import com.heyi.complaints.reports.HeatMap;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportCounts;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.ReportTable;
import com.heyi.complaints.reports.UsedBand;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Address;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the desk is doing: the measures by month and by whatever else, the open cases, the map. */
@PageAt(value = "/complaints/reports.xhtml", facade = ReportsFacade.class, needs = "table")
@Named
@ViewScoped
public class ReportsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHADES = 5;
  private static final String CASES = "/complaints/report-cases.xhtml?";

  @Inject private ReportsFacade reports;
  @Inject private ReportFiles files;
  @Inject private Clock clock;

  private transient ReportFilter filter;
  private ReportBy by = ReportBy.BRANCH;
  private transient ReportTable months;
  private transient ReportTable table;
  private transient Ageing ageing;
  private transient HeatMap heatMap;

  /** Reads what the address asks for. */
  public void open() {
    try {
      read(Address.asked(FacesContext.getCurrentInstance().getExternalContext()));
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
      by = ReportBy.BRANCH;
      filter = ReportQuery.read(name -> null, clock);
      count();
    }
  }

  private void read(Map<String, String> asked) {
    filter = ReportQuery.read(asked::get, clock);
    ReportBy wanted = ReportQuery.constant(ReportBy.class, "by", blankToNull(asked.get("by")));
    by = wanted == null ? ReportBy.BRANCH : wanted;
    count();
  }

  private void count() {
    months = reports.table(filter, ReportBy.MONTH);
    table = by == ReportBy.MONTH ? months : reports.table(filter, by);
    ageing = reports.ageing(filter);
    heatMap = reports.heatMap(filter);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** Received and late cases by month. */
  public Chart getTrend() {
    return Chart.bars(months.rows().stream().map(ReportTable.Row::key).toList())
        .series(label(ReportMeasure.RECEIVED), monthly(ReportMeasure.RECEIVED))
        .series(label(ReportMeasure.LATE), monthly(ReportMeasure.LATE))
        .series(label(ReportMeasure.REPEATED), monthly(ReportMeasure.REPEATED));
  }

  private List<Long> monthly(ReportMeasure measure) {
    return months.rows().stream().map(row -> row.counts().of(measure)).toList();
  }

  private static String label(ReportMeasure measure) {
    return Texts.of(CallContext.current().locale(), measure);
  }

  /** Writes the table into a file. */
  public void exportTable(String format) {
    FileAnswers.send((wanted, locale) -> files.table(filter(), by, wanted, locale), format);
  }

  /** Writes the open cases by age into a file. */
  public void exportAgeing(String format) {
    FileAnswers.send((wanted, locale) -> files.ageing(filter(), wanted, locale), format);
  }

  /** Writes the heat map into a file. */
  public void exportHeatMap(String format) {
    FileAnswers.send((wanted, locale) -> files.heatMap(filter(), wanted, locale), format);
  }

  ReportFilter filter() {
    if (filter == null) {
      open();
    }
    return filter;
  }

  /** The address of the cases that a measure counts, over all rows. */
  public String cases(ReportMeasure measure) {
    return CASES + ReportQuery.text(filter.asFilters(), "measure", measure.name());
  }

  /** The address of the cases that a measure counts in a row of the table. */
  public String cases(ReportMeasure measure, ReportTable.Row row) {
    return CASES
        + ReportQuery.text(
            filter.asFilters(),
            by.name().toLowerCase(Locale.ROOT),
            row.key(),
            "measure",
            measure.name());
  }

  /** The address of the open cases in these bands. */
  public String open(AgeBand age, UsedBand used) {
    Map<String, String> asked = filter.asFilters();
    asked.remove("from");
    asked.remove("to");
    return CASES + ReportQuery.text(asked, "ageing", "yes", "age", age.name(), "used", used.name());
  }

  /** The address of the cases in a cell of the map. */
  public String cell(HeatMap.Row row, int column) {
    return CASES
        + ReportQuery.text(
            filter.asFilters(), "branch", row.branch(), "product", heatMap.products().get(column));
  }

  /** How dark a cell is, 0 for empty to 5 for the fullest. */
  public int shade(long cases) {
    return cases == 0
        ? 0
        : (int) Math.max(1, (SHADES * cases + heatMap.most() - 1) / heatMap.most());
  }

  public String name(ReportTable.Row row) {
    return ReportLabels.of(CallContext.current().locale(), by, row.key());
  }

  public String name(String key) {
    return ReportLabels.plain(CallContext.current().locale(), key);
  }

  public String percent(Integer permille) {
    return ReportLabels.percent(permille);
  }

  /** A filter's value as its field shows it. */
  public String value(String name) {
    return filter.asFilters().getOrDefault(name, "");
  }

  public ReportCounts getTotal() {
    return months.total();
  }

  public ReportTable getTable() {
    return table;
  }

  public Ageing getAgeing() {
    return ageing;
  }

  public HeatMap getHeatMap() {
    return heatMap;
  }

  public boolean isAnyMonth() {
    return !months.rows().isEmpty();
  }

  public ReportBy getBy() {
    return by;
  }

  public ReportBy[] getBys() {
    return ReportBy.values();
  }

  public ReportMeasure[] getMeasures() {
    return ReportMeasure.values();
  }

  public AgeBand[] getAges() {
    return AgeBand.values();
  }

  public UsedBand[] getUses() {
    return UsedBand.values();
  }

  public ComplaintChannel[] getChannels() {
    return ComplaintChannel.values();
  }
}
