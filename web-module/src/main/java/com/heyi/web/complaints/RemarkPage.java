package com.heyi.web.complaints;

import com.heyi.complaints.AnswerRemark;
import com.heyi.complaints.CloseRemark;
import com.heyi.complaints.PassOnRemark;
import com.heyi.complaints.RemarkStep;
import com.heyi.complaints.RemarkView;
import com.heyi.complaints.RemarksFacade;
import com.heyi.complaints.TurnIntoComplaint;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.concurrent.Callable;

/** One suggestion or praise, and the step that is next. */
@PageAt(value = "/complaints/remark.xhtml", facade = RemarksFacade.class, needs = "view")
@Named
@ViewScoped
public class RemarkPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient RemarksFacade remarks;

  private final FormKey key = new FormKey();
  private String id;
  private int version;
  private transient RemarkView remark;
  private String department;
  private String words;

  /** Reads the remark that the address names. */
  public void load() {
    remark = remarks.view(Param.id(id));
    version = remark.version();
  }

  public RemarkView getRemark() {
    if (remark == null) {
      remark = remarks.view(Param.id(id));
    }
    return remark;
  }

  /** Whether this step is possible now, and the caller's role may take it. */
  public boolean may(String step) {
    boolean worker =
        CallContext.current().has(Role.OPERATOR)
            || CallContext.current().has(Role.COMPLAINT_HANDLER);
    boolean turns =
        step.equals(RemarkStep.TURN.name()) && CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
    return (worker || turns) && getRemark().possible().contains(RemarkStep.valueOf(step));
  }

  public String passOn() {
    return does(
        "page.remarks.said.PASS_ON",
        () -> remarks.passOn(new PassOnRemark(Param.id(id), version, department)));
  }

  public String answer() {
    return does(
        "page.remarks.said.ANSWER",
        () -> remarks.answer(new AnswerRemark(Param.id(id), version, words)));
  }

  public String close() {
    return does(
        "page.remarks.said.CLOSE", () -> remarks.close(new CloseRemark(Param.id(id), version)));
  }

  public String turn() {
    return does(
        "page.remarks.said.TURN",
        () -> remarks.turn(new TurnIntoComplaint(Param.id(id), version, words)));
  }

  private String does(String said, Callable<RemarkView> command) {
    return Commands.run(key, command)
        .map(done -> Go.saying(said, done.row().department()).again("id", id))
        .orElse(Go.STAY);
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

  public String getDepartment() {
    return department;
  }

  public void setDepartment(String department) {
    this.department = department;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
