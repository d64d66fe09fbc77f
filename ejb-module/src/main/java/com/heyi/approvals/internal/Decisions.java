package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.approvals.ApprovalView;
import com.heyi.approvals.ApproveRequest;
import com.heyi.approvals.RejectRequest;
import com.heyi.approvals.WithdrawRequest;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ApprovedRun;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommandRegistry;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.RolesNow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Decides requests; what is approved runs here, in the transaction of the decision. */
@ApplicationScoped
public class Decisions {
  @Inject private Requests requests;
  @Inject private Endings endings;
  @Inject private CommandRegistry commands;
  @Inject private RolesNow roles;
  @Inject private Clock clock;

  protected Decisions() {}

  Decisions(
      Requests requests, Endings endings, CommandRegistry commands, RolesNow roles, Clock clock) {
    this.requests = requests;
    this.endings = endings;
    this.commands = commands;
    this.roles = roles;
    this.clock = clock;
  }

  /** Approves a request and runs it as its maker. */
  public ApprovalView approve(ApproveRequest command, Caller checker) {
    ApprovalRequest request = toDecide(command.id(), command.version(), checker);
    try {
      run(request, checker);
    } catch (HeyiException e) {
      if (e.error() == ApprovalError.MAKER_MAY_NOT) {
        requests.endApart(request.id(), ApprovalStatus.REFUSED, checker);
        throw e;
      }
      if (e.error() == ApprovalError.MOVED || e.error() == CommonError.VERSION_MOVED) {
        requests.endApart(request.id(), ApprovalStatus.MOVED, checker);
        throw new HeyiException(ApprovalError.MOVED, List.of(), List.of(), e);
      }
      throw e;
    }
    return request.view(checker);
  }

  /** Rejects a request. */
  public ApprovalView reject(RejectRequest command, Caller checker) {
    ApprovalRequest request = toDecide(command.id(), command.version(), checker);
    requests.end(request, ApprovalStatus.REJECTED, checker, command.reason().strip(), null);
    return request.view(checker);
  }

  /** Takes a request back. */
  public ApprovalView withdraw(WithdrawRequest command, Caller maker) {
    ApprovalRequest request = waiting(command.id(), command.version(), maker);
    OnlyTheMakerWithdraws.check(request.maker(), maker);
    requests.end(request, ApprovalStatus.WITHDRAWN, maker, command.reason(), null);
    return request.view(maker);
  }

  private ApprovalRequest toDecide(UUID id, long version, Caller checker) {
    AnAuditorDecidesNothing.check(checker);
    ApprovalRequest request = waiting(id, version, checker);
    TheCheckerIsNotTheMaker.check(request.maker(), checker);
    TheCheckerHoldsARoleOfTheRule.check(request.checkers(), checker);
    // His token may be older than what was taken from him.
    Caller now = checker.withRoles(roles.of(checker.user()));
    AnAuditorDecidesNothing.check(now);
    TheCheckerHoldsARoleOfTheRule.check(request.checkers(), now);
    return request;
  }

  private ApprovalRequest waiting(UUID id, long version, Caller caller) {
    ApprovalRequest request = requests.hold(id);
    OnlyWhatWaitsIsDecided.check(request.status());
    if (request.isExpired(clock.instant())) {
      endings.expireApart(id, Caller.system(caller.requestId()));
      throw new HeyiException(ApprovalError.EXPIRED);
    }
    request.requireVersion(version);
    return request;
  }

  private void run(ApprovalRequest request, Caller checker) {
    CommandRegistry.Entry command =
        commands
            .find(request.action())
            .orElseThrow(() -> new HeyiException(ApprovalError.ACTION_UNKNOWN, request.action()));
    Set<Role> makersRoles = roles.of(request.maker());
    if (!command.isFor(makersRoles)) {
      throw new HeyiException(ApprovalError.MAKER_MAY_NOT, request.makerName());
    }
    List<Object> arguments =
        request.arguments().read(request.action(), command.method().getGenericParameterTypes());
    Instant from = clock.instant();
    try {
      ApprovedRun.run(
          request.id(),
          request.cause(),
          request.makerIn(checker, makersRoles),
          () -> commands.call(command, arguments),
          ran -> finish(request, ran, from, checker));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void finish(ApprovalRequest request, ApprovedRun.Ran ran, Instant from, Caller checker) {
    Instant now = clock.instant();
    WhatRunsIsWhatWasShown.Run run =
        new WhatRunsIsWhatWasShown.Run(from, now, checker.requestId(), clock.getZone());
    if (!WhatRunsIsWhatWasShown.holds(
        request.changes(), request.trial(clock.getZone()), ran.changes(), run)) {
      throw new HeyiException(ApprovalError.MOVED);
    }
    requests.end(request, ApprovalStatus.APPROVED, checker, null, ran.target());
    requests.flush();
  }
}
