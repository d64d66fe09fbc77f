package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.internal.OrderBook;
import com.heyi.mall.internal.ReturnBook;
import com.heyi.mall.internal.Returns;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Goods that come back after delivery. A branch asks for its own customers and sees their returns;
 * head office decides, receives, inspects and refunds.
 */
@Facade
@Stateless
public class ReturnsFacade {
  @Inject private CustomerDirectory customers;
  @Inject private OrderBook orders;
  @Inject private Returns returns;
  @Inject private ReturnBook book;

  /**
   * A part of the returns, latest first unless asked otherwise.
   *
   * <p>Filters: {@code number} (beginning), {@code order} (beginning of its number), {@code
   * orderId}, {@code customer} (his number; all of his records), {@code customerId}, {@code
   * branch}, {@code status}, {@code from} and {@code to} (days in the bank's zone). Sorts: {@code
   * requestedAt}, {@code number}.
   */
  @Query(
      value = "return.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public Page<ReturnSummary> list(PageRequest request) {
    return book.page(request, CallContext.current().boundBranch());
  }

  /**
   * One return.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "return.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public ReturnView view(UUID returnId) {
    return require(returnId);
  }

  /**
   * Asks that goods of a delivered order may come back.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#RETURN_NOT_DELIVERED}, {@link MallError#RETURN_TOO_LATE}, {@link
   *     MallError#RETURN_MORE_THAN_LEFT}, {@link MallError#LINE_NOT_IN_ORDER}, {@link
   *     MallError#LINE_TWICE}
   */
  @Command(
      value = "return.request",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public ReturnView request(RequestReturn command) {
    OrderView order =
        orders
            .find(command.orderId())
            .orElseThrow(
                () -> new HeyiException(CommonError.NOT_FOUND, command.orderId().toString()));
    requireOwn(order.branch());
    customers.requireServed(order.customerId());
    return require(returns.request(command));
  }

  /**
   * Lets the goods be sent back.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#RETURN_WRONG_STEP}
   */
  @Command(
      value = "return.approve",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReturnView approve(DecideReturn command) {
    returns.decide(command, ReturnStep.APPROVE);
    return require(command.returnId());
  }

  /**
   * Refuses the return.
   *
   * @throws HeyiException as {@link #approve}
   */
  @Command(
      value = "return.refuse",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReturnView refuse(DecideReturn command) {
    returns.decide(command, ReturnStep.REFUSE);
    return require(command.returnId());
  }

  /**
   * The customer keeps the goods.
   *
   * @throws HeyiException as {@link #approve}, and {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "return.withdraw",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public ReturnView withdraw(DecideReturn command) {
    require(command.returnId());
    returns.decide(command, ReturnStep.WITHDRAW);
    return require(command.returnId());
  }

  /**
   * The goods have arrived.
   *
   * @throws HeyiException as {@link #approve}
   */
  @Command(
      value = "return.receive",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReturnView receive(AdvanceReturn command) {
    returns.receive(command);
    return require(command.returnId());
  }

  /**
   * Settles what of the goods is taken back; the return is refused when nothing is.
   *
   * @throws HeyiException as {@link #approve}, and {@link MallError#RETURN_LINES_DIFFER}, {@link
   *     MallError#RETURN_ACCEPTED_TOO_MANY}, {@link MallError#RETURN_FATE_MISSING}
   */
  @Command(
      value = "return.inspect",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReturnView inspect(InspectReturn command) {
    returns.inspect(command);
    return require(command.returnId());
  }

  /**
   * Gives back what was paid for the accepted goods, once. It weighs the points, and money as
   * points by the fen.
   *
   * @throws HeyiException as {@link #approve}
   */
  @Command(
      value = "return.refund",
      by = {HEAD_OFFICE_ADMIN, OPERATOR},
      weighs = WeightUnit.POINTS)
  public ReturnView refund(AdvanceReturn command) {
    returns.refund(command);
    return require(command.returnId());
  }

  private ReturnView require(UUID returnId) {
    ReturnView found =
        book.find(returnId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, returnId.toString()));
    requireOwn(found.branch());
    return found;
  }

  private static void requireOwn(String branch) {
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.get().equals(branch)) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
  }
}
