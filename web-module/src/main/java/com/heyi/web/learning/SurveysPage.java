package com.heyi.web.learning;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.learning.SurveyView;
import com.heyi.learning.SurveysFacade;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What complainants answered, one by one: the surveys behind a figure. */
@PageAt(value = "/learning/surveys.xhtml", facade = SurveysFacade.class, needs = "list")
@Named
@ViewScoped
public class SurveysPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SurveysFacade surveys;
  private LazyList<SurveyView> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
            surveys::list,
            "from",
            "to",
            "branch",
            "product",
            "channel",
            "level",
            "cause",
            "business",
            "reached",
            "answered",
            "satisfaction");
  }

  public LazyList<SurveyView> getList() {
    return list;
  }

  public List<String> getYesNo() {
    return List.of("yes", "no");
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

  /** Grades of satisfaction, the worst first: who wants to learn begins there. */
  public List<Integer> getGrades() {
    return List.of(1, 2, 3, 4, 5);
  }

  /** Writes the list into a workbook. */
  public void export() {
    XlsxExport.of("page.learning.surveys", list)
        .column("page.learning.violation.complaint", SurveyView::complaint)
        .column("page.learning.surveys.asked", SurveyView::askedAt)
        .column("page.learning.surveys.reached", SurveyView::reached)
        .column("page.learning.surveys.answered", SurveyView::answeredAt)
        .column("page.learning.survey.satisfaction", SurveyView::satisfaction)
        .column("page.learning.survey.effort", SurveyView::effort)
        .column("page.learning.survey.remark", SurveyView::remark)
        .column("enum.ReportBy.CHANNEL", SurveyView::channel)
        .column("enum.ReportBy.LEVEL", SurveyView::level)
        .column("enum.ReportBy.PRODUCT", SurveyView::product)
        .column("enum.ReportBy.BRANCH", SurveyView::branch)
        .column("page.learning.surveys.by", SurveyView::enteredBy)
        .send();
  }
}
