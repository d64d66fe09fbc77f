package com.heyi.learning;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.complaints.CaseLike;
import com.heyi.learning.internal.Problems;
import com.heyi.learning.internal.RootCauses;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Root causes, the problems behind complaints, and what is done against them. An administrator
 * keeps the tree of causes; handlers say the causes of their cases and work on problems; whoever
 * owns an action says that it is done.
 */
@Facade
@Stateless
public class ProblemsFacade {
  @Inject private RootCauses causes;
  @Inject private Problems problems;

  /** For the container. */
  public ProblemsFacade() {}

  ProblemsFacade(RootCauses causes, Problems problems) {
    this.causes = causes;
    this.problems = problems;
  }

  /** The whole tree of root causes, each node right before those below it. */
  @Query(
      value = "cause.tree",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<CauseView> causes() {
    return causes.tree();
  }

  /**
   * Adds a node to the tree, or says one anew.
   *
   * @throws HeyiException {@link LearningError#CAUSE_EXISTS}, {@link LearningError#CAUSE_UNKNOWN},
   *     {@link LearningError#CAUSE_RETIRED}, {@link LearningError#CAUSE_CIRCLE}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(value = "cause.set", by = HEAD_OFFICE_ADMIN)
  public CauseView set(SetCause command) {
    return causes.set(command);
  }

  /**
   * Retires a node: it takes no new cases, those that have it keep it.
   *
   * @throws HeyiException {@link LearningError#CAUSE_HAS_BRANCHES}, {@link
   *     LearningError#CAUSE_UNKNOWN}, {@link LearningError#CAUSE_RETIRED}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(value = "cause.retire", by = HEAD_OFFICE_ADMIN)
  public CauseView retire(RetireCause command) {
    return causes.retire(command);
  }

  /**
   * What was learned from a complaint.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "complaint.learning",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public CaseLearning ofCase(UUID complaintId) {
    return problems.ofCase(complaintId);
  }

  /**
   * Says which root cause a complaint has; from its analysis on, by who is in charge of it.
   *
   * @throws HeyiException {@link LearningError#CASE_TOO_EARLY}, {@link
   *     LearningError#NOT_IN_CHARGE}, {@link LearningError#CAUSE_UNKNOWN}, {@link
   *     LearningError#CAUSE_RETIRED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "complaint.set-cause", by = COMPLAINT_HANDLER)
  public CaseLearning set(SetCaseCause command) {
    causes.set(command);
    return problems.ofCase(command.complaintId());
  }

  /**
   * A part of the problems, the latest opened first unless asked otherwise.
   *
   * <p>Filters: {@code status}, {@code owner}, {@code cause}, {@code title} (contained). Sorts:
   * {@code openedAt}, {@code number}.
   */
  @Query(
      value = "problem.list",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN, AUDITOR})
  public Page<ProblemRow> list(PageRequest request) {
    return problems.page(request);
  }

  /**
   * All of a problem.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "problem.view",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public ProblemView view(UUID problemId) {
    return problems.view(problemId);
  }

  /**
   * Other complaints that may belong to a problem, the most alike first; a person decides.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "problem.suggestions",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN},
      personalData = true)
  public List<CaseLike> suggestions(UUID problemId) {
    return problems.suggestions(problemId);
  }

  /**
   * Opens a problem.
   *
   * @throws HeyiException {@link LearningError#CAUSE_UNKNOWN}, {@link LearningError#CAUSE_RETIRED},
   *     {@link LearningError#CASE_UNKNOWN}
   */
  @Command(
      value = "problem.open",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ProblemView open(OpenProblem command) {
    return problems.open(command);
  }

  /**
   * Says a problem anew.
   *
   * @throws HeyiException {@link LearningError#CAUSE_UNKNOWN}, {@link LearningError#CAUSE_RETIRED},
   *     {@link LearningError#PROBLEM_STATUS}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "problem.change",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ProblemView change(ChangeProblem command) {
    return problems.change(command);
  }

  /**
   * Says that a complaint, open or closed, belongs to a problem.
   *
   * @throws HeyiException {@link LearningError#CASE_UNKNOWN}, {@link LearningError#LINKED_ALREADY},
   *     {@link LearningError#PROBLEM_STATUS}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "problem.link-case",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ProblemView link(LinkCase command) {
    return problems.link(command);
  }

  /**
   * Says that a complaint does not belong to a problem after all.
   *
   * @throws HeyiException {@link LearningError#NOT_LINKED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "problem.part-case",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ProblemView part(PartCase command) {
    return problems.part(command);
  }

  /**
   * Closes a problem against which nothing is left to be done or to be seen; its owner or an
   * administrator.
   *
   * @throws HeyiException {@link LearningError#ACTIONS_OPEN}, {@link LearningError#NOT_OWNER},
   *     {@link LearningError#PROBLEM_STATUS}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "problem.close",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ProblemView close(CloseProblem command) {
    return problems.close(command);
  }

  /**
   * Takes a closed problem up again.
   *
   * @throws HeyiException {@link LearningError#PROBLEM_STATUS}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "problem.reopen",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ProblemView reopen(ReopenProblem command) {
    return problems.reopen(command);
  }

  /**
   * Plans a corrective action.
   *
   * @throws HeyiException {@link LearningError#PROBLEM_WITHOUT_CAUSE}, {@link
   *     LearningError#PROBLEM_STATUS}, {@link CommonError#INVALID}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "action.plan",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ProblemView plan(PlanAction command) {
    return problems.plan(command);
  }

  /**
   * Says that an action is done; its owner or an administrator.
   *
   * @throws HeyiException {@link LearningError#NOT_OWNER}, {@link LearningError#ACTION_STATUS},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "action.complete",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public ActionView complete(CompleteAction command) {
    return problems.complete(command);
  }

  /**
   * Gives an action up; the problem's owner or an administrator.
   *
   * @throws HeyiException {@link LearningError#NOT_OWNER}, {@link LearningError#ACTION_STATUS},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "action.drop",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ActionView drop(DropAction command) {
    return problems.drop(command);
  }

  /**
   * Looks whether an action helped, once its months have passed; every morning Heyi does so itself.
   * One that did not help is open again.
   *
   * @throws HeyiException {@link LearningError#CHECK_EARLY}, {@link LearningError#ACTION_STATUS},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "action.check",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public ActionView check(CheckAction command) {
    return problems.check(command);
  }

  /**
   * A part of the actions, the most urgent first.
   *
   * <p>Filters: {@code status}, {@code owner}. Sorts: {@code dueOn}, {@code plannedAt}.
   */
  @Query(
      value = "action.list",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN, AUDITOR})
  public Page<ActionView> actions(PageRequest request) {
    return problems.actions(request);
  }
}
