package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.internal.Offers;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** What items cost: ordinarily, for a tier, for a time. */
@Facade
@Stateless
public class PricesFacade {
  @Inject private Offers offers;

  /**
   * The prices of an item.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "item.prices",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public PricesView prices(UUID itemId) {
    return offers.prices(itemId);
  }

  /**
   * Sets the ordinary price, or makes an offer beside it. It weighs the difference to the ordinary
   * price: points, and money by the fen.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#POINTS_OUT_OF_RANGE}, {@link MallError#CASH_OUT_OF_RANGE}, {@link
   *     MallError#OFFER_PERIOD}, {@link MallError#OFFER_LABEL}, {@link MallError#OFFER_NOT_LOWER}
   */
  @Command(value = "item.set-price", by = HEAD_OFFICE_ADMIN, weighs = WeightUnit.POINTS)
  public PricesView set(SetItemPrice command) {
    offers.set(command);
    return offers.prices(command.itemId());
  }

  /**
   * Ends an offer now; one that has not begun never holds.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#OFFER_OVER}
   */
  @Command(value = "item.end-offer", by = HEAD_OFFICE_ADMIN)
  public PricesView end(EndOffer command) {
    offers.end(command);
    return offers.prices(command.itemId());
  }
}
