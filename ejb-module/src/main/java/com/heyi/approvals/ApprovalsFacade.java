package com.heyi.approvals;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.approvals.internal.Decisions;
import com.heyi.approvals.internal.Requests;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Requests for a second person: what waits, and the decision. Makers see their own, checkers what
 * they may decide, auditors all. Requests are made by the facades themselves, whenever a call
 * waits.
 */
@Facade
@Stateless
public class ApprovalsFacade {
  @Inject private Requests requests;
  @Inject private Decisions decisions;

  /**
   * Requests, latest first unless asked otherwise.
   *
   * <p>Filters: {@code status}, {@code action}, {@code maker}, {@code target}, {@code from} and
   * {@code to} (days), {@code decidable} ({@code yes}: those that the caller may decide now).
   * Sorts: {@code madeAt}, {@code expiresAt}, {@code action}.
   */
  @Query(
      value = "approval.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR})
  public Page<ApprovalRow> list(PageRequest request) {
    return requests.page(request, CallContext.current());
  }

  /** How many requests wait for the caller's decision. */
  @Query(
      value = "approval.waiting",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR})
  public long waiting() {
    return requests.waitingFor(CallContext.current());
  }

  /**
   * One request.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, also when it is not for the caller's eyes
   */
  @Query(
      value = "approval.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH, AUDITOR})
  public ApprovalView view(UUID id) {
    return requests.get(id, CallContext.current()).view(CallContext.current());
  }

  /**
   * Approves a request: what was shown runs, as its maker, in this transaction. A business error of
   * the run leaves the request waiting.
   *
   * @throws HeyiException {@link ApprovalError} and whatever the run ends with; {@link
   *     CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}
   */
  @Command(
      value = "approval.approve",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER})
  public ApprovalView approve(ApproveRequest command) {
    return decisions.approve(command, CallContext.current());
  }

  /**
   * Rejects a request, saying why.
   *
   * @throws HeyiException {@link ApprovalError}; {@link CommonError#NOT_FOUND}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(
      value = "approval.reject",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER})
  public ApprovalView reject(RejectRequest command) {
    return decisions.reject(command, CallContext.current());
  }

  /**
   * Takes one's own request back.
   *
   * @throws HeyiException {@link ApprovalError}; {@link CommonError#NOT_FOUND}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(
      value = "approval.withdraw",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, COMPLAINT_HANDLER, BRANCH})
  public ApprovalView withdraw(WithdrawRequest command) {
    return decisions.withdraw(command, CallContext.current());
  }
}
