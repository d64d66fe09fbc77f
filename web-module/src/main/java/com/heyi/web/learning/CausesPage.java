package com.heyi.web.learning;

import com.heyi.learning.CauseView;
import com.heyi.learning.ProblemsFacade;
import com.heyi.learning.RetireCause;
import com.heyi.learning.SetCause;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The tree of root causes, and the form that adds, changes or retires a node. */
@PageAt(value = "/learning/causes.xhtml", facade = ProblemsFacade.class, needs = "causes")
@Named
@ViewScoped
public class CausesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ProblemsFacade problems;

  private final FormKey key = new FormKey();
  private transient List<CauseView> tree;
  private String code;
  private String parent;
  private String name;
  private String description;
  private Integer version;
  private String reason;

  public List<CauseView> getTree() {
    if (tree == null) {
      tree = problems.causes();
    }
    return tree;
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Takes a node into the form, or the next dialog. */
  public void edit(CauseView cause) {
    code = cause.code();
    parent = cause.parent();
    name = cause.name();
    description = cause.description();
    version = cause.version();
    reason = null;
  }

  public String save() {
    SetCause command = new SetCause(code, parent, name, description, version);
    return Commands.run(key, () -> problems.set(command))
        .map(done -> Go.saying("page.learning.cause.saved", done.code()).to("/learning/causes"))
        .orElse(Go.STAY);
  }

  public String retire() {
    RetireCause command = new RetireCause(code, version == null ? -1 : version, reason);
    return Commands.run(key, () -> problems.retire(command))
        .map(done -> Go.saying("page.learning.cause.gone", done.code()).to("/learning/causes"))
        .orElse(Go.STAY);
  }

  public List<SelectItem> getParents() {
    return CauseOptions.of(getTree());
  }

  /** Whether the form changes a node that exists, whose code stays. */
  public boolean isKnown() {
    return version != null;
  }

  public FormKey getKey() {
    return key;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getParent() {
    return parent;
  }

  public void setParent(String parent) {
    this.parent = parent;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
