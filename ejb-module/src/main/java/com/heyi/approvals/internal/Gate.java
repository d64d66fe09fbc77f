package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Apart;
import com.heyi.shared.facade.ApprovalGate;
import com.heyi.shared.facade.ApprovalPending;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommandRegistry;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.FourEyes;
import com.heyi.shared.facade.HeldCall;
import com.heyi.shared.facade.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tells the facades which calls wait, and stores those that do. */
@ApplicationScoped
public class Gate implements ApprovalGate {
  @Inject private Rules rules;
  @Inject private Requests requests;
  @Inject private Endings endings;
  @Inject private DoneAlone doneAlone;
  @Inject private CommandRegistry commands;
  @Inject private AuditSink audit;
  @Inject private Clock clock;

  protected Gate() {}

  Gate(
      Rules rules,
      Requests requests,
      Endings endings,
      DoneAlone doneAlone,
      CommandRegistry commands,
      AuditSink audit,
      Clock clock) {
    this.rules = rules;
    this.requests = requests;
    this.endings = endings;
    this.doneAlone = doneAlone;
    this.commands = commands;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Optional<FourEyes> ruleFor(String action) {
    return rules.find(action).map(Rule::fourEyes);
  }

  @Override
  public Optional<ApprovalPending> earlier(Caller maker, String fingerprint) {
    return Optional.ofNullable(maker.idempotencyKey())
        .flatMap(key -> requests.findByKey(maker.user(), key))
        .map(request -> again(request, fingerprint));
  }

  @Override
  public long together(Caller maker, String action, String target, long weight, FourEyes rule) {
    return doneAlone.add(
        maker, action, ApprovalRequest.target(target), weight, clock.instant(), rule);
  }

  @Override
  public long wouldBeTogether(
      Caller maker, String action, String target, long weight, FourEyes rule) {
    return doneAlone.with(
        maker, action, ApprovalRequest.target(target), weight, clock.instant(), rule);
  }

  @Override
  @Apart
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public ApprovalPending hold(HeldCall call) {
    if (Secrets.areIn(call.arguments())) {
      throw new HeyiException(ApprovalError.CARRIES_SECRET, call.action());
    }
    Rule rule =
        rules
            .find(call.action())
            .orElseThrow(() -> new HeyiException(CommonError.CONCURRENT_CHANGE));
    Instant now = clock.instant();
    String target = ApprovalRequest.target(call.target());
    Optional<ApprovalRequest> first =
        target == null ? Optional.empty() : requests.findWaitingFor(target);
    first.ifPresent(waiting -> makeWay(waiting, call.maker(), now));
    Arguments exact = Arguments.of(call.action(), call.arguments());
    requireReadable(call, exact);
    ApprovalRequest request = new ApprovalRequest(call, exact, rule, now);
    requests.add(request);
    audit.record(
        AuditEvent.pending(
            call.maker(),
            call.module(),
            call.action(),
            call.target(),
            call.reason(),
            request.id()));
    return request.pending(true);
  }

  private static ApprovalPending again(ApprovalRequest request, String fingerprint) {
    if (!request.fingerprint().equals(fingerprint)) {
      throw new HeyiException(CommonError.KEY_REUSED);
    }
    if (request.status() != ApprovalStatus.PENDING) {
      throw new HeyiException(
          ApprovalError.NOT_APPROVED, request.id().toString(), request.status());
    }
    return request.pending(false);
  }

  /** An expired request no longer stands in the way of another one. */
  private void makeWay(ApprovalRequest waiting, Caller maker, Instant now) {
    if (!waiting.isExpired(now)) {
      throw new HeyiException(
          ApprovalError.TARGET_WAITS,
          waiting.id().toString(),
          waiting.action(),
          waiting.makerName());
    }
    endings.expire(waiting, Caller.system(maker.requestId()));
  }

  /** What could not be read back would show only when somebody approves it: so it shows here. */
  private void requireReadable(HeldCall call, Arguments exact) {
    var command = commands.find(call.action()).orElseThrow();
    if (!exact
        .read(call.action(), command.method().getGenericParameterTypes())
        .equals(call.arguments())) {
      throw new IllegalStateException(
          call.action() + " takes arguments that JSON does not keep as they are");
    }
  }
}
