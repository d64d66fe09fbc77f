package com.heyi.web.learning;

import com.heyi.complaints.CaseLike;
import com.heyi.learning.ActionView;
import com.heyi.learning.ChangeProblem;
import com.heyi.learning.CheckAction;
import com.heyi.learning.CloseProblem;
import com.heyi.learning.CompleteAction;
import com.heyi.learning.DropAction;
import com.heyi.learning.LinkCase;
import com.heyi.learning.PartCase;
import com.heyi.learning.PlanAction;
import com.heyi.learning.ProblemStatus;
import com.heyi.learning.ProblemView;
import com.heyi.learning.ProblemsFacade;
import com.heyi.learning.ReopenProblem;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** One problem: the complaints behind it, those that may be, and what is done against it. */
@PageAt(value = "/learning/problem.xhtml", facade = ProblemsFacade.class, needs = "view")
@Named
@ViewScoped
public class ProblemPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 3;

  @Inject private transient ProblemsFacade problems;

  private final FormKey key = new FormKey();
  private String id;
  private int version;
  private transient ProblemView problem;
  private transient List<CaseLike> suggestions;
  private transient List<SelectItem> causes;
  private String title;
  private String description;
  private String owner;
  private String cause;
  private String complaint;
  private String what;
  private String department;
  private String actionOwner;
  private LocalDate dueOn;
  private Integer checkMonths = MONTHS;
  private String words;
  private UUID chosen;
  private long chosenVersion;

  /** Reads the problem that the address names. */
  public void load() {
    problem = problems.view(Param.id(id));
    version = problem.version();
    title = problem.row().title();
    description = problem.description();
    owner = problem.row().owner();
    cause = problem.row().cause();
  }

  public ProblemView getProblem() {
    if (problem == null) {
      problem = problems.view(Param.id(id));
    }
    return problem;
  }

  /** Complaints that may belong to it; nobody looks for more of a closed one. */
  public List<CaseLike> getSuggestions() {
    if (suggestions == null) {
      suggestions = isOpen() && isWorker() ? problems.suggestions(Param.id(id)) : List.of();
    }
    return suggestions;
  }

  public String change() {
    return does(
        "page.learning.problem.changed",
        () ->
            problems.change(
                new ChangeProblem(Param.id(id), version, title, description, owner, cause)));
  }

  public String link() {
    return link(complaint);
  }

  /** Links a complaint that was suggested, or written in. */
  public String link(String numberOrId) {
    return does(
        "page.learning.problem.linked.done",
        () -> problems.link(new LinkCase(Param.id(id), numberOrId)));
  }

  public String part() {
    return does(
        "page.learning.problem.parted.done",
        () -> problems.part(new PartCase(Param.id(id), chosen, words)));
  }

  public String close() {
    return does(
        "page.learning.problem.closed.done",
        () -> problems.close(new CloseProblem(Param.id(id), version, words)));
  }

  public String reopen() {
    return does(
        "page.learning.problem.reopened",
        () -> problems.reopen(new ReopenProblem(Param.id(id), version, words)));
  }

  public String plan() {
    return does(
        "page.learning.action.planned",
        () ->
            problems.plan(
                new PlanAction(
                    Param.id(id),
                    what,
                    department,
                    actionOwner,
                    dueOn,
                    checkMonths == null ? 0 : checkMonths)));
  }

  public String complete() {
    return Commands.run(
            key, () -> problems.complete(new CompleteAction(chosen, chosenVersion, words)))
        .map(
            done ->
                Go.saying("page.learning.action.completed", done.checkOn().toString())
                    .again("id", id))
        .orElse(Go.STAY);
  }

  public String drop() {
    return does(
        "page.learning.action.dropped",
        () -> problems.drop(new DropAction(chosen, chosenVersion, words)));
  }

  public String check(ActionView action) {
    return Commands.run(key, () -> problems.check(new CheckAction(action.id(), action.version())))
        .map(done -> Go.saying("page.learning.action.checked", done.status()).again("id", id))
        .orElse(Go.STAY);
  }

  private <T> String does(String said, Callable<T> command) {
    return Commands.run(key, command).map(done -> Go.saying(said).again("id", id)).orElse(Go.STAY);
  }

  /** Chooses the complaint that the next dialog is about. */
  public void choose(UUID complaintId) {
    chosen = complaintId;
    words = null;
  }

  /** Chooses the action that the next dialog is about. */
  public void chooseAction(ActionView action) {
    chosen = action.id();
    chosenVersion = action.version();
    words = null;
  }

  public boolean isOpen() {
    return getProblem().row().status() != ProblemStatus.CLOSED;
  }

  /** Whether the caller works on problems. */
  public boolean isWorker() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public boolean isWorkable() {
    return isOpen() && isWorker();
  }

  /** Whether the caller answers for this, or may stand in for who does. */
  public boolean owns(String account) {
    return CallContext.current().user().equals(account)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public boolean isClosable() {
    return isWorkable()
        && owns(getProblem().row().owner())
        && getProblem().row().status() != ProblemStatus.IN_HAND;
  }

  public List<SelectItem> getCauses() {
    if (causes == null) {
      causes = CauseOptions.of(problems.causes());
    }
    return causes;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public String getCause() {
    return cause;
  }

  public void setCause(String cause) {
    this.cause = cause;
  }

  public String getComplaint() {
    return complaint;
  }

  public void setComplaint(String complaint) {
    this.complaint = complaint;
  }

  public String getWhat() {
    return what;
  }

  public void setWhat(String what) {
    this.what = what;
  }

  public String getDepartment() {
    return department;
  }

  public void setDepartment(String department) {
    this.department = department;
  }

  public String getActionOwner() {
    return actionOwner;
  }

  public void setActionOwner(String actionOwner) {
    this.actionOwner = actionOwner;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public Integer getCheckMonths() {
    return checkMonths;
  }

  public void setCheckMonths(Integer checkMonths) {
    this.checkMonths = checkMonths;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
