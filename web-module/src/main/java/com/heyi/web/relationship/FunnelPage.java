package com.heyi.web.relationship;

import com.heyi.relationship.Cohort;
import com.heyi.relationship.FunnelMonth;
import com.heyi.relationship.LifecycleStatus;
import com.heyi.relationship.LifecycleView;
import com.heyi.relationship.RetentionFacade;
import com.heyi.relationship.SetLifecycle;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How many customers come, stay and go: by month, and by the month in which they came. */
@PageAt(value = "/relationship/funnel.xhtml", facade = RetentionFacade.class, needs = "funnel")
@Named
@ViewScoped
public class FunnelPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Steps of colour in the table of cohorts. */
  private static final int HEAT = 10;

  @Inject private RetentionFacade retention;

  private final FormKey key = new FormKey();
  private String from;
  private String to;
  private transient List<FunnelMonth> months;
  private transient List<Cohort> cohorts;
  private transient List<LifecycleView> definitions;
  private LocalDate validFrom;
  private Integer dormantAfter;
  private Integer lostAfter;
  private String source;

  /** Reads the figures of the months that the address names, or of the latest two years. */
  public void load() {
    months = retention.funnel(MonthTexts.of(from), MonthTexts.of(to));
    cohorts = retention.cohorts(MonthTexts.of(from), MonthTexts.of(to));
    definitions = retention.definitions();
  }

  /** Sets the definitions of the form. */
  public String define() {
    SetLifecycle command =
        new SetLifecycle(
            validFrom,
            dormantAfter == null ? 0 : dormantAfter,
            lostAfter == null ? 0 : lostAfter,
            source);
    return Commands.run(key, () -> retention.define(command))
        .map(done -> Go.saying("page.funnel.defined").to("/relationship/funnel"))
        .orElse(Go.STAY);
  }

  /** Sends the figures by month as a workbook. */
  public void export() {
    XlsxExport.of("page.funnel.title", getMonths())
        .column("page.funnel.month", month -> month.month().toString())
        .column("enum.LifecycleStatus.NEW", FunnelMonth::fresh)
        .column("enum.LifecycleStatus.ACTIVE", FunnelMonth::active)
        .column("enum.LifecycleStatus.DORMANT", FunnelMonth::dormant)
        .column("enum.LifecycleStatus.LOST", FunnelMonth::lost)
        .send();
  }

  /** Sends the cohorts as a workbook: a row for each month after the one in which they came. */
  public void exportCohorts() {
    List<CohortMonth> rows =
        getCohorts().stream()
            .flatMap(
                cohort ->
                    IntStream.range(0, cohort.active().size())
                        .mapToObj(after -> new CohortMonth(cohort, after)))
            .toList();
    XlsxExport.of("page.funnel.cohorts", rows)
        .column("page.funnel.cohort", row -> row.cohort().month().toString())
        .column("page.funnel.size", row -> row.cohort().size())
        .column("page.funnel.month", row -> monthAfter(row.cohort(), row.after()))
        .column("page.funnel.months-after", CohortMonth::after)
        .column("page.funnel.active-count", row -> row.cohort().active().get(row.after()))
        .column("page.funnel.share", row -> row.cohort().percent(row.after()))
        .send();
  }

  /** A row of the cohorts' workbook. */
  private record CohortMonth(Cohort cohort, int after) {}

  /** New, active, dormant and lost by month, on top of each other. */
  public Chart getChart() {
    Locale locale = CallContext.current().locale();
    Chart chart =
        Chart.stackedBars(getMonths().stream().map(month -> month.month().toString()).toList());
    for (LifecycleStatus status : LifecycleStatus.values()) {
      chart.series(
          Texts.of(locale, status), getMonths().stream().map(month -> month.of(status)).toList());
    }
    return chart;
  }

  /** How strong the colour of a share is: 0, 1, ... to the highest step. */
  public int heat(Cohort cohort, int monthsAfter) {
    return (cohort.percent(monthsAfter) + HEAT - 1) / HEAT;
  }

  /** 0, 1, 2, ...: as many months as the earliest cohort has. */
  public List<Integer> getSteps() {
    int most = getCohorts().stream().mapToInt(cohort -> cohort.active().size()).max().orElse(0);
    return IntStream.range(0, most).boxed().toList();
  }

  /** The month so many months after a cohort came. */
  public String monthAfter(Cohort cohort, int monthsAfter) {
    return cohort.month().plusMonths(monthsAfter).toString();
  }

  /** Whether the caller's role may set the definitions. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public LifecycleStatus[] getStatuses() {
    return LifecycleStatus.values();
  }

  public List<FunnelMonth> getMonths() {
    if (months == null) {
      load();
    }
    return months;
  }

  public List<Cohort> getCohorts() {
    if (cohorts == null) {
      load();
    }
    return cohorts;
  }

  public List<LifecycleView> getDefinitions() {
    if (definitions == null) {
      load();
    }
    return definitions;
  }

  public FormKey getKey() {
    return key;
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

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public Integer getDormantAfter() {
    return dormantAfter;
  }

  public void setDormantAfter(Integer dormantAfter) {
    this.dormantAfter = dormantAfter;
  }

  public Integer getLostAfter() {
    return lostAfter;
  }

  public void setLostAfter(Integer lostAfter) {
    this.lostAfter = lostAfter;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
