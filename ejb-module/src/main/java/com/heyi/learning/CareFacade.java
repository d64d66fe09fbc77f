package com.heyi.learning;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.learning.internal.Notices;
import com.heyi.learning.internal.SecondFailures;
import com.heyi.learning.internal.WinBacks;
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
import java.util.List;

/** What the staff is told, second failures, and customers to be won back. */
@Facade
@Stateless
public class CareFacade {
  @Inject private Notices notices;
  @Inject private SecondFailures failures;
  @Inject private WinBacks winBacks;

  /** For the container. */
  public CareFacade() {}

  CareFacade(Notices notices, SecondFailures failures, WinBacks winBacks) {
    this.notices = notices;
    this.failures = failures;
    this.winBacks = winBacks;
  }

  /** What the caller is told and has not seen, the latest first; 100 at most. */
  @Query(
      value = "notice.mine",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public List<NoticeView> notices() {
    return notices.open(CallContext.current());
  }

  /**
   * Says that a notice was seen, which takes it off the desk.
   *
   * @throws HeyiException {@link LearningError#HANDLED_ALREADY}, {@link CommonError#NOT_FOUND} also
   *     when it is another's
   */
  @Command(
      value = "notice.see",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public void see(SeeNotice command) {
    notices.see(command.noticeId(), CallContext.current());
  }

  /**
   * A part of the second failures, the latest first.
   *
   * <p>Filters: {@code open} (yes or no), {@code complaint} (id). Sorts: {@code raisedAt}.
   */
  @Query(
      value = "second-failure.list",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public Page<SecondFailureView> secondFailures(PageRequest request) {
    return failures.page(request);
  }

  /**
   * Says what was done for a customer who was failed twice.
   *
   * @throws HeyiException {@link LearningError#HANDLED_ALREADY}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "second-failure.handle",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN})
  public SecondFailureView handle(HandleSecondFailure command) {
    return failures.handle(command);
  }

  /**
   * A part of the tasks to win customers back, the most urgent first.
   *
   * <p>Filters: {@code owner}, {@code complaint} (id), {@code open} (yes or no). Sorts: {@code
   * dueOn}.
   */
  @Query(
      value = "win-back.list",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public Page<WinBackView> winBacks(PageRequest request) {
    return winBacks.page(request);
  }

  /**
   * Asks somebody to win a customer back who has his answer; who is in charge of the case.
   *
   * @throws HeyiException {@link LearningError#NOT_IN_CHARGE}, {@link LearningError#NO_CUSTOMER},
   *     {@link LearningError#NOT_ANSWERED}, {@link CommonError#INVALID}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "win-back.plan", by = COMPLAINT_HANDLER)
  public WinBackView plan(PlanWinBack command) {
    return winBacks.plan(command);
  }

  /**
   * Says what came of it; who was asked, or an administrator.
   *
   * @throws HeyiException {@link LearningError#NOT_OWNER}, {@link LearningError#HANDLED_ALREADY},
   *     {@link CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "win-back.finish",
      by = {COMPLAINT_HANDLER, OPERATOR, HEAD_OFFICE_ADMIN})
  public WinBackView finish(FinishWinBack command) {
    return winBacks.finish(command);
  }

  /** How winning back went, of the last twelve months, the latest first. */
  @Query(
      value = "win-back.months",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<WinBackMonth> winBackMonths() {
    return winBacks.months();
  }
}
