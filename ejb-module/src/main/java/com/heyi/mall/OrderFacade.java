package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.internal.OrderBook;
import com.heyi.mall.internal.OrderDesk;
import com.heyi.mall.internal.OrderLife;
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
 * Orders: redeems points for goods, brings them to the customer, and cancels. A branch orders for
 * its own customers and sees and cancels the orders that its customers placed; head office
 * confirms, packs and ships.
 */
@Facade
@Stateless
public class OrderFacade {
  @Inject private CustomerDirectory customers;
  @Inject private OrderDesk desk;
  @Inject private OrderLife life;
  @Inject private OrderBook book;

  /**
   * A part of the orders, latest first unless asked otherwise.
   *
   * <p>Filters: {@code number} (beginning), {@code externalRef} (beginning), {@code customer} (his
   * number), {@code customerId}, {@code branch}, {@code status}, {@code stage}, {@code sku} (of a
   * line), {@code from} and {@code to} (days in the bank's zone). Sorts: {@code placedAt}, {@code
   * number}, {@code total}.
   */
  @Query(
      value = "order.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public Page<OrderSummary> list(PageRequest request) {
    return book.page(request, CallContext.current().boundBranch());
  }

  /**
   * One order.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "order.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public OrderView view(UUID orderId) {
    return require(orderId);
  }

  /**
   * One order, by the number that people name it by.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "order.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "order")
  public OrderView viewByNumber(String number) {
    return require(
        book.findByNumber(number)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, number)));
  }

  /**
   * Redeems a customer's points for goods, and takes the money that they cost beside them. It
   * weighs the points, and money as points by the fen.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#ORDER_EMPTY}, {@link MallError#ITEM_UNKNOWN}, {@link MallError#ITEM_NOT_ON_SALE},
   *     {@link MallError#POINTS_INSUFFICIENT}, {@link MallError#STOCK_INSUFFICIENT}, {@link
   *     MallError#ORDER_TOO_LARGE}, {@link MallError#CASH_DIFFERS}, {@link
   *     MallError#ACCOUNT_NOT_HIS}, and {@link com.heyi.deposits.DepositsError} when the account
   *     cannot pay
   */
  @Command(
      value = "order.place",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      weighs = WeightUnit.POINTS)
  public OrderView place(PlaceOrder command) {
    CustomerRef customer = customers.requireServed(command.customerId());
    return book.placedBy(customer, desk.place(command, customer));
  }

  /**
   * Cancels an order in whole or in part. The points go back into the lots they came from, the
   * money to where it was paid from, the goods back into stock.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     CommonError#VERSION_MOVED}, {@link MallError#ORDER_SHIPPED}, {@link
   *     MallError#ORDER_ALREADY_CANCELLED}, {@link MallError#LINE_ALREADY_CANCELLED}, {@link
   *     MallError#CANCEL_MORE_THAN_LEFT}, {@link MallError#LINE_NOT_IN_ORDER}, {@link
   *     MallError#LINE_TWICE}
   */
  @Command(
      value = "order.cancel",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public OrderView cancel(CancelOrder command) {
    customers.requireServed(require(command.orderId()).customerId());
    desk.cancel(command);
    return require(command.orderId());
  }

  /**
   * Takes an order on.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#ORDER_WRONG_STEP}
   */
  @Command(
      value = "order.confirm",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public OrderView confirm(AdvanceOrder command) {
    life.advance(command, OrderStep.CONFIRM);
    return require(command.orderId());
  }

  /**
   * The goods are ready to be fetched.
   *
   * @throws HeyiException as {@link #confirm}
   */
  @Command(
      value = "order.pack",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public OrderView pack(AdvanceOrder command) {
    life.advance(command, OrderStep.PACK);
    return require(command.orderId());
  }

  /**
   * Hands the goods to a carrier. From here on the order can no longer be cancelled.
   *
   * @throws HeyiException as {@link #confirm}
   */
  @Command(
      value = "order.ship",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public OrderView ship(ShipOrder command) {
    life.ship(command);
    return require(command.orderId());
  }

  /**
   * The customer has the goods; the return period begins.
   *
   * @throws HeyiException as {@link #confirm}
   */
  @Command(
      value = "order.deliver",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public OrderView deliver(AdvanceOrder command) {
    life.advance(command, OrderStep.DELIVER);
    return require(command.orderId());
  }

  private OrderView require(UUID orderId) {
    OrderView order =
        book.find(orderId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, orderId.toString()));
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.get().equals(order.branch())) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return order;
  }
}
