package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalStatus;
import com.heyi.shared.facade.Apart;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.WaitingCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Ends requests that nobody decides any more, because their time is over or the person they are
 * about is erased, and leaves a row of each in the trail.
 */
@ApplicationScoped
public class Endings implements WaitingCalls {
  @Inject private Requests requests;
  @Inject private AuditSink audit;

  protected Endings() {}

  public Endings(Requests requests, AuditSink audit) {
    this.requests = requests;
    this.audit = audit;
  }

  /** Ends one whose time is over, in the running transaction. */
  void expire(ApprovalRequest request, Caller system) {
    end(request, ApprovalStatus.EXPIRED, "approval.expire", system);
  }

  /** Ends one whose time is over for good although the running transaction is rolled back. */
  @Apart
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void expireApart(UUID id, Caller system) {
    expire(requests.require(id), system);
  }

  /** Ends one because whom it is about is erased by who calls. */
  void erase(UUID id) {
    ApprovalRequest request = requests.hold(id);
    if (request.status() == ApprovalStatus.PENDING) {
      end(request, ApprovalStatus.ERASED, "approval.erase", CallContext.current());
    }
  }

  @Override
  public Set<String> targets(String action) {
    return requests.targets(action);
  }

  @Override
  public void erase(String action, String target) {
    requests
        .findWaitingFor(target)
        .filter(request -> request.action().equals(action))
        .ifPresent(request -> erase(request.id()));
  }

  private void end(ApprovalRequest request, ApprovalStatus end, String action, Caller by) {
    requests.end(request, end, by, null, null);
    requests.flush();
    audit.record(
        new AuditEvent(
            by,
            "approvals",
            action,
            "approval:" + request.id(),
            null,
            AuditEvent.Outcome.DONE,
            null,
            true,
            List.of(),
            request.id()));
  }
}
