package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalStatus;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Ends a request whose time is over, whoever finds it so, and leaves a row of it in the trail. */
@ApplicationScoped
public class Expiry {
  @Inject private Requests requests;
  @Inject private AuditSink audit;
  @Inject private Clock clock;

  protected Expiry() {}

  Expiry(Requests requests, AuditSink audit, Clock clock) {
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends it in the running transaction, with its row in the trail. */
  void end(ApprovalRequest request, Caller system) {
    request.end(ApprovalStatus.EXPIRED, system, null, null, clock.instant());
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
