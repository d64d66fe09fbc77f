package com.heyi.web.learning;

import com.heyi.learning.OpenProblem;
import com.heyi.learning.ProblemRow;
import com.heyi.learning.ProblemStatus;
import com.heyi.learning.ProblemsFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The problems behind complaints, and the form that opens one. */
@PageAt(value = "/learning/problems.xhtml", facade = ProblemsFacade.class, needs = "list")
@Named
@ViewScoped
public class ProblemsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProblemsFacade problems;

  private final FormKey key = new FormKey();
  private LazyList<ProblemRow> list;
  private transient List<SelectItem> causes;
  private String title;
  private String description;
  private String owner;
  private String cause;
  private String complaint;

  /** Reads the list; who opens a problem answers for it unless he says otherwise. */
  public void open() {
    list = LazyList.of(problems::list, "status", "owner", "title");
    owner = CallContext.current().user();
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public String save() {
    OpenProblem command = new OpenProblem(title, description, owner, cause, complaint);
    return Commands.run(key, () -> problems.open(command))
        .map(
            done ->
                Go.saying("page.learning.problem.opened.done", done.row().number())
                    .to("/learning/problem", "id", done.id()))
        .orElse(Go.STAY);
  }

  public List<SelectItem> getCauses() {
    if (causes == null) {
      causes = CauseOptions.of(problems.causes());
    }
    return causes;
  }

  public ProblemStatus[] getStatuses() {
    return ProblemStatus.values();
  }

  public LazyList<ProblemRow> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
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
}
