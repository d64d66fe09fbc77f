package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalStatus;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Ends a request whose time is over, whoever finds it so, and leaves a row of it in the trail. */
@ApplicationScoped
public class Expiry {
  @Inject private Requests requests;
  @Inject private AuditSink audit;

  protected Expiry() {}

  Expiry(Requests requests, AuditSink audit) {
    this.requests = requests;
    this.audit = audit;
  }

  /** Ends it in the running transaction, with its row in the trail. */
  void end(ApprovalRequest request, Caller system) {
    requests.end(request, ApprovalStatus.EXPIRED, system, null, null);
    requests.flush();
    audit.record(
        new AuditEvent(
            system,
            "approvals",
            "approval.expire",
            "approval:" + request.id(),
            null,
            AuditEvent.Outcome.DONE,
            null,
            true,
            List.of(),
            request.id()));
  }

  /** Ends it for good although the running transaction is rolled back. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void endApart(UUID id, Caller system) {
    end(requests.require(id), system);
  }
}
