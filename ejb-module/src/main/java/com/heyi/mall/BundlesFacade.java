package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.internal.Bundles;
import com.heyi.mall.internal.Carts;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Bundles: several items under one name, put into a cart at once. */
@Facade
@Stateless
public class BundlesFacade {
  @Inject private Bundles bundles;
  @Inject private Carts carts;
  @Inject private CustomerDirectory customers;

  /** All bundles, by code. */
  @Query(
      value = "bundle.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<BundleView> list() {
    return bundles.all();
  }

  /**
   * Makes a bundle, or changes one. It weighs the points that it takes off.
   *
   * @throws HeyiException {@link MallError#BUNDLE_DUPLICATE}, {@link MallError#BUNDLE_UNKNOWN},
   *     {@link MallError#BUNDLE_ITEM_TWICE}, {@link MallError#BUNDLE_REDUCED}, {@link
   *     MallError#ITEM_UNKNOWN}, {@link CommonError#VERSION_MOVED}
   */
  @Command(value = "bundle.set", by = HEAD_OFFICE_ADMIN, weighs = WeightUnit.POINTS)
  public BundleView set(SetBundle command) {
    bundles.set(command);
    return bundles.require(command.code());
  }

  /**
   * Puts all items of a bundle into a customer's cart, beside what is there; all or none.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#BUNDLE_UNKNOWN}, {@link MallError#BUNDLE_NOT_ON_SALE}, {@link
   *     MallError#BUNDLE_INCOMPLETE}, {@link MallError#CART_FULL}
   */
  @Command(
      value = "cart.put-bundle",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CartView put(PutBundleInCart command) {
    CustomerRef customer = customers.requireServed(command.customerId());
    bundles.put(command);
    return carts.view(customer);
  }
}
