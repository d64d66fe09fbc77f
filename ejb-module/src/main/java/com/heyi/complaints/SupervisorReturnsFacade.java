package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;

import com.heyi.complaints.internal.reports.Returns;
import com.heyi.complaints.reports.PrepareReturn;
import com.heyi.complaints.reports.ReturnCase;
import com.heyi.complaints.reports.ReturnRow;
import com.heyi.complaints.reports.ReturnView;
import com.heyi.complaints.reports.SubmitReturn;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * What the bank reports to its supervisor each quarter: by branch, the cases by channel, business
 * and cause (JR/T 0169-2018). Frozen first, submitted then, by two people.
 */
@Facade
@Stateless
public class SupervisorReturnsFacade {
  @Inject private Returns returns;

  /** For the container. */
  public SupervisorReturnsFacade() {}

  SupervisorReturnsFacade(Returns returns) {
    this.returns = returns;
  }

  /**
   * Freezes the figures of a quarter that is over; what was submitted before is corrected by it.
   *
   * @throws HeyiException {@link ComplaintError#QUARTER_NOT_OVER}, {@link
   *     ComplaintError#RETURN_REASON}
   */
  @Command(value = "complaint-return.prepare", by = HEAD_OFFICE_ADMIN)
  public ReturnView prepare(PrepareReturn command) {
    return returns.prepare(command, CallContext.current().user());
  }

  /**
   * Submits a return as it was frozen. Heyi's rules for approvals put it under four eyes.
   *
   * @throws HeyiException {@link ComplaintError#RETURN_SUBMITTED}, {@link
   *     ComplaintError#RETURN_OVERTAKEN}, {@link ComplaintError#RETURN_HASH}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "complaint-return.submit", by = HEAD_OFFICE_ADMIN)
  public ReturnView submit(SubmitReturn command) {
    return returns.submit(command, CallContext.current().user());
  }

  /** The latest returns, those prepared last first. */
  @Query(
      value = "complaint-return.list",
      by = {HEAD_OFFICE_ADMIN, AUDITOR})
  public List<ReturnRow> list() {
    return returns.latest();
  }

  /**
   * A return with its figures.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "complaint-return.view",
      by = {HEAD_OFFICE_ADMIN, AUDITOR})
  public ReturnView view(UUID returnId) {
    return returns.view(returnId);
  }

  /**
   * The cases behind a figure of a return as they stood when it was frozen, those received last
   * first. Filters: {@code branch}, {@code facet}, {@code code}, {@code measure}.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link PagingError#FILTER}, {@link
   *     PagingError#FILTER_VALUE}, {@link PagingError#CURSOR}
   */
  @Query(
      value = "complaint-return.cases",
      by = {HEAD_OFFICE_ADMIN, AUDITOR})
  public Page<ReturnCase> cases(UUID returnId, PageRequest request) {
    return returns.cases(returnId, request);
  }
}
