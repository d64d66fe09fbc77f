package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.internal.Catalogue;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** The catalogue: what points buy. */
@Facade
@Stateless
public class CatalogueFacade {
  @Inject private Catalogue catalogue;

  /**
   * A part of the catalogue, by sku unless asked otherwise.
   *
   * <p>Filters: {@code sku} (beginning), {@code name} (part), {@code status}. Sorts: {@code sku},
   * {@code name}, {@code price}, {@code stock}.
   */
  @Query(
      value = "item.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public Page<ItemView> list(PageRequest request) {
    return catalogue.page(request);
  }

  /**
   * One item.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "item.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public ItemView view(UUID itemId) {
    return catalogue.view(itemId);
  }

  /**
   * Puts a new item on sale. It weighs its pieces.
   *
   * @throws HeyiException {@link MallError#ITEM_DUPLICATE}, {@link MallError#POINTS_OUT_OF_RANGE}
   */
  @Command(value = "item.create", by = HEAD_OFFICE_ADMIN, weighs = WeightUnit.PIECES)
  public ItemView create(CreateItem command) {
    return catalogue.create(command);
  }

  /**
   * Changes name, price or status. It weighs the difference in price, in points: nothing when only
   * name or status change.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#POINTS_OUT_OF_RANGE}
   */
  @Command(value = "item.change", by = HEAD_OFFICE_ADMIN, weighs = WeightUnit.POINTS)
  public ItemView change(ChangeItem command) {
    return catalogue.change(command);
  }

  /**
   * Says how much of an item one customer may order within how many days, or lifts the limit.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}
   */
  @Command(value = "item.limit", by = HEAD_OFFICE_ADMIN)
  public ItemView limit(SetPurchaseLimit command) {
    return catalogue.limit(command);
  }

  /**
   * Receives or writes off pieces. It weighs them, whichever way they go.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#STOCK_INSUFFICIENT} when more are written off than there are
   */
  @Command(value = "item.adjust-stock", by = HEAD_OFFICE_ADMIN, weighs = WeightUnit.PIECES)
  public ItemView adjustStock(AdjustStock command) {
    return catalogue.adjust(command);
  }
}
