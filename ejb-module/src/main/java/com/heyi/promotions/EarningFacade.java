package com.heyi.promotions;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.promotions.internal.Earning;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tasks that earn points. A branch serves its own customers. */
@Facade
@Stateless
public class EarningFacade {
  @Inject private Earning earning;
  @Inject private CustomerDirectory customers;

  public EarningFacade() {}

  EarningFacade(Earning earning, CustomerDirectory customers) {
    this.earning = earning;
    this.customers = customers;
  }

  /** All tasks, newest first. */
  @Query(
      value = "task.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<TaskView> list() {
    return earning.tasks();
  }

  /**
   * Defines what earns points.
   *
   * @throws HeyiException {@link PromotionsError#TASK_DUPLICATE}, {@link
   *     PromotionsError#TASK_TERMS}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "task.create", by = HEAD_OFFICE_ADMIN)
  public TaskView create(CreateTask command) {
    return earning.define(command);
  }

  /**
   * Lets a task earn nothing any more after today.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Command(value = "task.end", by = HEAD_OFFICE_ADMIN)
  public TaskView end(EndTask command) {
    return earning.end(command.taskId());
  }

  /**
   * What a customer has earned, newest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "task.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<CompletionView> ofCustomer(UUID customerId) {
    return earning.ofCustomer(customers.require(customerId).id());
  }

  /**
   * A customer looks in: once a day of the bank, whatever is raced.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     PromotionsError#TASK_KIND}, {@link PromotionsError#TASK_NOT_ON}, {@link
   *     PromotionsError#TASK_DONE}, {@link PromotionsError#TASK_CAP}, {@link
   *     PromotionsError#BUDGET_EXHAUSTED}
   */
  @Command(
      value = "task.check-in",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CompletionView checkIn(CheckIn command) {
    return earning.checkIn(customers.requireServed(command.customerId()), command);
  }

  /**
   * A customer has done a task; the same reference earns once.
   *
   * @throws HeyiException as {@link #checkIn}
   */
  @Command(
      value = "task.complete",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CompletionView complete(CompleteTask command) {
    return earning.complete(customers.requireServed(command.customerId()), command);
  }

  /**
   * Takes back what a task earned.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link PromotionsError#TASK_UNDONE}
   */
  @Command(
      value = "task.undo",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public CompletionView undo(UndoCompletion command) {
    return earning.undo(
        customers.require(earning.customerOf(command.completionId())),
        command.completionId(),
        command.reason().strip());
  }
}
