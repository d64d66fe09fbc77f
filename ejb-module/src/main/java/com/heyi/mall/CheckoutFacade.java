package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.internal.Carts;
import com.heyi.mall.internal.Checkouts;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Carts and checkouts. A checkout sets points and pieces aside in one step; confirming it places
 * the order, letting it go or the end of its time gives both back. A branch does so for its own
 * customers.
 */
@Facade
@Stateless
public class CheckoutFacade {
  @Inject private CustomerDirectory customers;
  @Inject private Carts carts;
  @Inject private Checkouts checkouts;

  /**
   * A customer's cart, at today's prices.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "cart.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public CartView cart(UUID customerId) {
    return carts.view(customers.require(customerId));
  }

  /**
   * Says how many pieces of an item are in the cart, at today's price.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#ITEM_UNKNOWN}, {@link MallError#ITEM_NOT_ON_SALE}, {@link MallError#CART_FULL}
   */
  @Command(
      value = "cart.put",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CartView put(PutInCart command) {
    CustomerRef customer = customers.requireServed(command.customerId());
    carts.put(command);
    return carts.view(customer);
  }

  /**
   * The customer agrees to today's prices.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#CART_PRICES_CHANGED} when they are no longer what he was told
   */
  @Command(
      value = "cart.accept-prices",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CartView acceptPrices(AcceptPrices command) {
    CustomerRef customer = customers.requireServed(command.customerId());
    carts.acceptPrices(customer, command.total());
    return carts.view(customer);
  }

  /**
   * Sets points and pieces aside for all that is in the cart and takes the money that it costs, or
   * nothing of it. It weighs the points, and money as points by the fen.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#ORDER_EMPTY}, {@link MallError#CART_PRICES_CHANGED}, {@link
   *     MallError#CHECKOUT_OPEN}, {@link MallError#ITEM_NOT_ON_SALE}, {@link
   *     MallError#PURCHASE_LIMIT}, {@link MallError#POINTS_INSUFFICIENT}, {@link
   *     MallError#STOCK_INSUFFICIENT}, {@link MallError#ORDER_TOO_LARGE}, {@link
   *     MallError#CASH_DIFFERS}, {@link MallError#ACCOUNT_NOT_HIS}, and {@link
   *     com.heyi.deposits.DepositsError} when the account cannot pay
   */
  @Command(
      value = "checkout.begin",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      weighs = WeightUnit.POINTS)
  public CheckoutView begin(CheckOut command) {
    CustomerRef customer = customers.requireServed(command.customerId());
    return require(checkouts.begin(customer, command.coupons(), command.pay()));
  }

  /**
   * One checkout.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "checkout.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public CheckoutView view(UUID checkoutId) {
    return require(checkoutId);
  }

  /**
   * Places the order with what is set aside.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#CHECKOUT_OVER}
   */
  @Command(
      value = "checkout.confirm",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CheckoutView confirm(ResolveCheckout command) {
    customers.requireServed(require(command.checkoutId()).customerId());
    checkouts.confirm(command.checkoutId());
    return require(command.checkoutId());
  }

  /**
   * Lets go what is set aside; the cart stays as it is.
   *
   * @throws HeyiException as {@link #confirm}
   */
  @Command(
      value = "checkout.release",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CheckoutView release(ResolveCheckout command) {
    require(command.checkoutId());
    checkouts.release(command.checkoutId());
    return require(command.checkoutId());
  }

  private CheckoutView require(UUID checkoutId) {
    CheckoutView found =
        checkouts
            .find(checkoutId)
            .orElseThrow(
                () -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(checkoutId)));
    customers.require(found.customerId());
    return found;
  }
}
