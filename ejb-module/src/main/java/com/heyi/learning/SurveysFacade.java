package com.heyi.learning;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.learning.internal.Satisfaction;
import com.heyi.learning.internal.Surveys;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** How it was for complainants: satisfaction and effort, asked when a case is closed. */
@Facade
@Stateless
public class SurveysFacade {
  @Inject private Surveys surveys;
  @Inject private Satisfaction satisfaction;

  /** For the container. */
  public SurveysFacade() {}

  SurveysFacade(Surveys surveys, Satisfaction satisfaction) {
    this.surveys = surveys;
    this.satisfaction = satisfaction;
  }

  /**
   * Answers by the one-time token of the link, without signing in: who holds it may.
   *
   * @throws HeyiException {@link LearningError#SURVEY_UNKNOWN}, {@link
   *     LearningError#SURVEY_ANSWERED}, {@link LearningError#SURVEY_EXPIRED}
   */
  @Command(
      value = "survey.answer",
      by = {OPERATOR, COMPLAINT_HANDLER},
      withoutSignIn = true)
  public void answer(AnswerSurvey command) {
    surveys.answer(command);
  }

  /**
   * Takes down what a complainant said at the counter or by telephone.
   *
   * @throws HeyiException {@link LearningError#GRADES_HIMSELF}, {@link
   *     LearningError#SURVEY_UNKNOWN}, {@link LearningError#SURVEY_ANSWERED}
   */
  @Command(
      value = "survey.enter",
      by = {OPERATOR, COMPLAINT_HANDLER})
  public SurveyView enter(EnterSurvey command) {
    return surveys.enter(command);
  }

  /**
   * A part of the surveys, the latest asked first.
   *
   * <p>Filters: {@code complaint} (id), {@code from} and {@code to} (days of asking), {@code
   * branch}, {@code product}, {@code channel}, {@code level}, {@code cause}, {@code business},
   * {@code reached} and {@code answered} (yes or no), {@code satisfaction} (grades). {@code -}
   * stands for surveys that do not say. Sorts: {@code askedAt}.
   */
  @Query(
      value = "survey.list",
      by = {OPERATOR, COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public Page<SurveyView> list(PageRequest request) {
    return surveys.page(request);
  }

  /**
   * What came of the surveys that were asked in a period, row by row and together. A case that was
   * closed twice was asked about twice.
   *
   * @throws HeyiException {@link ComplaintError#REPORT_PERIOD}, {@link
   *     ComplaintError#REPORT_TOO_LONG}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "survey.report",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR, BRANCH})
  public SatisfactionTable report(ReportFilter filter, ReportBy by) {
    return satisfaction.table(filter.asTheCallerMay(), by);
  }
}
