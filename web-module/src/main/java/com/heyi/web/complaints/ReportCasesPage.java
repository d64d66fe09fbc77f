package com.heyi.web.complaints;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintRow;
import com.heyi.complaints.ReportsFacade;
import com.heyi.complaints.reports.AgeBand;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.UsedBand;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The cases behind a figure of a report. */
@PageAt(value = "/complaints/report-cases.xhtml", facade = ReportsFacade.class, needs = "cases")
@Named
@ViewScoped
public class ReportCasesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ReportsFacade reports;
  private LazyList<ComplaintRow> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
            reports::cases,
            "measure",
            "from",
            "to",
            "branch",
            "product",
            "channel",
            "level",
            "cause",
            "business",
            "month",
            "ageing",
            "age",
            "used");
  }

  public LazyList<ComplaintRow> getList() {
    return list;
  }

  /** Whether the list is of open cases, whatever their period. */
  public boolean isOfOpen() {
    return "yes".equals(list.getFilters().get("ageing"));
  }

  public ReportMeasure[] getMeasures() {
    return ReportMeasure.values();
  }

  public ComplaintChannel[] getChannels() {
    return ComplaintChannel.values();
  }

  public AuthorityLevel[] getLevels() {
    return AuthorityLevel.values();
  }

  public ComplaintCause[] getCauses() {
    return ComplaintCause.values();
  }

  public AgeBand[] getAges() {
    return AgeBand.values();
  }

  public UsedBand[] getUses() {
    return UsedBand.values();
  }

  /** Writes the list into a workbook. */
  public void export() {
    XlsxExport.of("page.reports.cases", list)
        .column("page.complaints.number", ComplaintRow::number)
        .column("page.complaints.receivedAt", ComplaintRow::receivedAt)
        .column("page.complaints.status", ComplaintRow::status)
        .column("page.complaints.channel", ComplaintRow::channel)
        .column("page.complaints.product", ComplaintRow::product)
        .column("page.complaints.branch", ComplaintRow::branch)
        .column("page.complaints.handler", ComplaintRow::handlerName)
        .column("page.complaints.dueOn", ComplaintRow::dueOn)
        .column("page.complaints.onTime", ComplaintRow::onTime)
        .send();
  }
}
