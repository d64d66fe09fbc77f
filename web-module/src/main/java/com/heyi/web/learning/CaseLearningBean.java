package com.heyi.web.learning;

import com.heyi.complaints.ComplaintStatus;
import com.heyi.learning.AccountabilityFacade;
import com.heyi.learning.CareFacade;
import com.heyi.learning.CaseLearning;
import com.heyi.learning.EnterSurvey;
import com.heyi.learning.GiveViolation;
import com.heyi.learning.PlanWinBack;
import com.heyi.learning.ProblemsFacade;
import com.heyi.learning.SetCaseCause;
import com.heyi.learning.SurveyView;
import com.heyi.learning.SurveysFacade;
import com.heyi.learning.ViolationRuleView;
import com.heyi.learning.WinBackView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.Param;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * What was learned from a case, on its page: its root cause and problems, winning the customer
 * back, points for who answers for it.
 */
@Named("caseLearning")
@ViewScoped
public class CaseLearningBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  @Inject private transient ProblemsFacade problems;
  @Inject private transient CareFacade care;
  @Inject private transient AccountabilityFacade accountability;
  @Inject private transient SurveysFacade surveys;

  private final FormKey key = new FormKey();
  private String complaintId;
  private transient List<SurveyView> asked;
  private Integer satisfaction;
  private Integer effort;
  private String remark;
  private transient CaseLearning learned;
  private transient List<WinBackView> winBacks;
  private transient List<SelectItem> causes;
  private transient List<SelectItem> rules;
  private String cause;
  private String owner;
  private LocalDate dueOn;
  private String words;
  private String staff;
  private String rule;

  /** Whether the caller's role may see it. */
  public boolean isSeen() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.AUDITOR);
  }

  /** What was learned from this case. */
  public CaseLearning of(UUID complaint) {
    if (learned == null || !learned.complaintId().equals(complaint)) {
      complaintId = complaint.toString();
      learned = problems.ofCase(complaint);
      cause = learned.cause();
    }
    return learned;
  }

  /** Tasks to win the customer of this case back. */
  public List<WinBackView> winBacks(UUID complaint) {
    if (winBacks == null) {
      winBacks =
          care.winBacks(
                  PageRequest.after(
                      null,
                      SHOWN,
                      Sort.ascending("dueOn"),
                      Map.of("complaint", complaint.toString())))
              .items();
    }
    return winBacks;
  }

  /** How the complainant of this case was asked and what he said, the latest first. */
  public List<SurveyView> surveys(UUID complaint) {
    if (asked == null) {
      asked =
          surveys
              .list(
                  PageRequest.after(
                      null,
                      SHOWN,
                      Sort.descending("askedAt"),
                      Map.of("complaint", complaint.toString())))
              .items();
    }
    return asked;
  }

  /** Whether the caller may take an answer down: the latest question is not answered. */
  public boolean enterable(UUID complaint) {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        && surveys(complaint).stream().limit(1).anyMatch(one -> one.answeredAt() == null);
  }

  public String enterSurvey() {
    return does(
        "page.learning.survey.entered",
        () ->
            surveys.enter(
                new EnterSurvey(
                    Param.id(complaintId),
                    satisfaction == null ? 0 : satisfaction,
                    effort == null ? 0 : effort,
                    remark)));
  }

  /** Grades of satisfaction, the best first. */
  public List<Integer> getGrades() {
    return List.of(5, 4, 3, 2, 1);
  }

  /** Grades of effort, the easiest first. */
  public List<Integer> getEfforts() {
    return List.of(7, 6, 5, 4, 3, 2, 1);
  }

  /** Whether a customer of a case in this status can be won back. */
  public boolean winnable(ComplaintStatus status, UUID customerId) {
    return customerId != null && answered(status);
  }

  /** Whether somebody can be held to account for a case in this status by the caller. */
  public boolean answered(ComplaintStatus status) {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        && (status == ComplaintStatus.FED_BACK || status == ComplaintStatus.CLOSED);
  }

  public String setCause() {
    return does(
        "page.learning.cause.set.done",
        () -> problems.set(new SetCaseCause(Param.id(complaintId), cause)));
  }

  public String planWinBack() {
    return does(
        "page.learning.win-back.planned",
        () -> care.plan(new PlanWinBack(Param.id(complaintId), owner, dueOn, words)));
  }

  public String givePoints() {
    return does(
        "page.learning.violation.give",
        () -> accountability.give(new GiveViolation(Param.id(complaintId), staff, rule, words)));
  }

  private <T> String does(String said, Callable<T> command) {
    return Commands.run(key, command)
        .map(done -> Go.saying(said).to("/complaints/complaint", "id", complaintId))
        .orElse(Go.STAY);
  }

  public List<SelectItem> getCauses() {
    if (causes == null) {
      causes = CauseOptions.of(problems.causes());
    }
    return causes;
  }

  /** Violations whose rule holds today. */
  public List<SelectItem> getRules() {
    if (rules == null) {
      rules =
          accountability.rules().stream()
              .filter(ViolationRuleView::inForce)
              .map(one -> new SelectItem(one.code(), one.name() + " · " + one.points()))
              .toList();
    }
    return rules;
  }

  public FormKey getKey() {
    return key;
  }

  public String getComplaintId() {
    return complaintId;
  }

  public void setComplaintId(String complaintId) {
    this.complaintId = complaintId;
  }

  public String getCause() {
    return cause;
  }

  public void setCause(String cause) {
    this.cause = cause;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getStaff() {
    return staff;
  }

  public void setStaff(String staff) {
    this.staff = staff;
  }

  public String getRule() {
    return rule;
  }

  public void setRule(String rule) {
    this.rule = rule;
  }

  public Integer getSatisfaction() {
    return satisfaction;
  }

  public void setSatisfaction(Integer satisfaction) {
    this.satisfaction = satisfaction;
  }

  public Integer getEffort() {
    return effort;
  }

  public void setEffort(Integer effort) {
    this.effort = effort;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }
}
