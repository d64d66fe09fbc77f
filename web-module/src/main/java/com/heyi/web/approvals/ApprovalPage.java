package com.heyi.web.approvals;

import com.heyi.approvals.ApprovalStatus;
import com.heyi.approvals.ApprovalView;
import com.heyi.approvals.ApprovalsFacade;
import com.heyi.approvals.ApproveRequest;
import com.heyi.approvals.RejectRequest;
import com.heyi.approvals.WithdrawRequest;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One request: who asks for what and why, what would change, and the decision. */
@PageAt(value = "/approvals/approval.xhtml", facade = ApprovalsFacade.class, needs = "view")
@Named
@ViewScoped
public class ApprovalPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ApprovalsFacade approvals;

  private final FormKey approveKey = new FormKey();
  private final FormKey rejectKey = new FormKey();
  private final FormKey withdrawKey = new FormKey();
  private String id;
  private long version;
  private String reason;
  private transient ApprovalView request;

  /** Reads the request that the address names. */
  public void load() {
    request = approvals.view(Param.id(id));
    version = request.version();
  }

  public String approve() {
    ApproveRequest command = new ApproveRequest(Param.id(id), version);
    return Commands.run(approveKey, () -> approvals.approve(command))
        .map(done -> Go.saying("page.approvals.approved").again("id", id))
        .orElse(Go.STAY);
  }

  public String reject() {
    RejectRequest command = new RejectRequest(Param.id(id), version, reason);
    return Commands.run(rejectKey, () -> approvals.reject(command))
        .map(done -> Go.saying("page.approvals.rejected").again("id", id))
        .orElse(Go.STAY);
  }

  public String withdraw() {
    WithdrawRequest command = new WithdrawRequest(Param.id(id), version, reason);
    return Commands.run(withdrawKey, () -> approvals.withdraw(command))
        .map(done -> Go.saying("page.approvals.withdrawn").again("id", id))
        .orElse(Go.STAY);
  }

  /** Whether the person looks at what he asked for himself and which still waits. */
  public boolean isOwn() {
    return getRequest().mayWithdraw();
  }

  /** Whether the person may look only, at what still waits. */
  public boolean isOnlySeen() {
    ApprovalView seen = getRequest();
    return seen.status() == ApprovalStatus.PENDING && !seen.mayDecide() && !seen.mayWithdraw();
  }

  /** Beginning of the hash of the exact arguments. */
  public String getFingerprint() {
    return getRequest().argumentsHash().substring(0, 16);
  }

  public ApprovalView getRequest() {
    if (request == null) {
      request = approvals.view(Param.id(id));
    }
    return request;
  }

  public FormKey getApproveKey() {
    return approveKey;
  }

  public FormKey getRejectKey() {
    return rejectKey;
  }

  public FormKey getWithdrawKey() {
    return withdrawKey;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
