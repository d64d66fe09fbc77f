package com.heyi.web.complaints;

import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.learning.SatisfactionFigures;
import com.heyi.learning.SatisfactionTable;
import com.heyi.learning.SurveysFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.FileAnswers;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What complainants answered when their cases were closed, beside the measures of the desk. */
@Named("satisfactionReport")
@ViewScoped
public class SatisfactionBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SURVEYS = "/learning/surveys.xhtml?";

  @Inject private ReportsPage page;
  @Inject private SurveysFacade surveys;
  @Inject private ReportFiles files;

  private transient SatisfactionTable table;
  private transient List<SatisfactionTable.Row> months;

  /** Rows by what the page has its rows by. */
  public SatisfactionTable getTable() {
    if (table == null) {
      table = surveys.report(page.filter(), page.getBy());
    }
    return table;
  }

  /** The months with enough answers to speak of a mean. */
  public List<SatisfactionTable.Row> getMonths() {
    if (months == null) {
      SatisfactionTable by =
          page.getBy() == ReportBy.MONTH
              ? getTable()
              : surveys.report(page.filter(), ReportBy.MONTH);
      months = by.rows().stream().filter(row -> row.figures().meanSatisfaction() != null).toList();
    }
    return months;
  }

  /** Mean satisfaction and mean effort by month. */
  public Chart getTrend() {
    return Chart.bars(getMonths().stream().map(SatisfactionTable.Row::key).toList())
        .series(
            text("page.reports.satisfaction.mean"),
            getMonths().stream().map(row -> row.figures().meanSatisfaction()).toList())
        .series(
            text("page.reports.satisfaction.effort"),
            getMonths().stream().map(row -> row.figures().meanEffort()).toList());
  }

  private static String text(String key) {
    return Texts.get(CallContext.current().locale(), key);
  }

  public String name(SatisfactionTable.Row row) {
    return ReportLabels.of(CallContext.current().locale(), page.getBy(), row.key());
  }

  /**
   * The satisfied with the interval in which their share lies, or a dash where too few answered.
   */
  public String satisfied(SatisfactionFigures of) {
    return ReportLabels.between(of.satisfied(), of.satisfiedFrom(), of.satisfiedTo());
  }

  public String percent(Integer permille) {
    return ReportLabels.percent(permille);
  }

  public String mean(BigDecimal mean) {
    return ReportLabels.mean(mean);
  }

  /** The address of all surveys that were asked. */
  public String asked() {
    return SURVEYS + ReportQuery.text(page.filter().asFilters());
  }

  /** The address of all surveys that reached whom they asked. */
  public String reached() {
    return SURVEYS + ReportQuery.text(page.filter().asFilters(), "reached", "yes");
  }

  /** The address of all surveys that were answered. */
  public String answered() {
    return SURVEYS + ReportQuery.text(page.filter().asFilters(), "answered", "yes");
  }

  /** The address of the surveys of a row that were asked. */
  public String asked(SatisfactionTable.Row row) {
    return SURVEYS + ReportQuery.text(of(row));
  }

  /** The address of the surveys of a row that reached whom they asked. */
  public String reached(SatisfactionTable.Row row) {
    return SURVEYS + ReportQuery.text(of(row), "reached", "yes");
  }

  /** The address of the surveys of a row that were answered. */
  public String answered(SatisfactionTable.Row row) {
    return SURVEYS + ReportQuery.text(of(row), "answered", "yes");
  }

  private Map<String, String> of(SatisfactionTable.Row row) {
    ReportFilter filter = page.filter();
    Map<String, String> asked = filter.asFilters();
    if (page.getBy() == ReportBy.MONTH) {
      YearMonth month = YearMonth.parse(row.key());
      asked.put("from", later(filter.from(), month.atDay(1)).toString());
      asked.put("to", earlier(filter.to(), month.atEndOfMonth()).toString());
    } else {
      asked.put(page.getBy().name().toLowerCase(Locale.ROOT), row.key());
    }
    return asked;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Writes the table into a file. */
  public void export(String format) {
    FileAnswers.send(
        (wanted, locale) -> files.satisfaction(page.filter(), page.getBy(), wanted, locale),
        format);
  }
}
