package com.heyi.web.complaints;

import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.RemarksFacade;
import com.heyi.complaints.TurnIntoRemark;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Says on a complaint's page that it is a suggestion or praise; a second person approves it. */
@Named("turnComplaint")
@ViewScoped
public class TurnComplaintBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient RemarksFacade remarks;
  @Inject private ComplaintPage page;

  private final FormKey key = new FormKey();
  private RemarkKind kind;
  private String reason;

  public String turn() {
    TurnIntoRemark command =
        new TurnIntoRemark(page.getComplaint().id(), page.getComplaint().version(), kind, reason);
    return Commands.run(key, () -> remarks.turn(command))
        .map(
            done ->
                Go.saying("page.remarks.turned", done.row().number())
                    .to("/complaints/remark", "id", done.id()))
        .orElse(Go.STAY);
  }

  public RemarkKind[] getKinds() {
    return RemarkKind.values();
  }

  public FormKey getKey() {
    return key;
  }

  public RemarkKind getKind() {
    return kind;
  }

  public void setKind(RemarkKind kind) {
    this.kind = kind;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
