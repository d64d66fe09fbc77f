package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.mall.internal.ItemSearch;
import com.heyi.mall.internal.SalesFigures;
import com.heyi.mall.internal.ShopWindow;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Helps to choose: search by words, best sellers, and what is bought together. */
@Facade
@Stateless
public class ChoosingFacade {
  private static final int MOST = 100;

  @Inject private ItemSearch search;
  @Inject private SalesFigures figures;
  @Inject private ShopWindow window;

  /**
   * Items on sale whose names have all words of the text, the best match first; of two that match
   * alike, the one that is ordered more often.
   *
   * @param text words in any language; the last one may be the beginning of a word
   * @param limit how many, 1 to 100
   */
  @Query(
      value = "item.search",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<FoundItem> search(@NotNull @Size(max = 200) String text, int limit) {
    return search.find(text, within(limit));
  }

  /**
   * What is on sale as a customer looks at it: families once, narrowed by words, category, price
   * and stock, with how much each further narrowing would leave.
   *
   * @throws HeyiException {@link MallError#CATEGORY_UNKNOWN}
   */
  @Query(
      value = "item.browse",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public Shelf browse(@NotNull @Valid Browse wish) {
    return window.show(wish);
  }

  /**
   * The items on sale that stood in most orders of the period.
   *
   * @param limit how many, 1 to 100
   */
  @Query(
      value = "item.best-sellers",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<FoundItem> bestSellers(int limit) {
    return figures.bestSellers(within(limit));
  }

  /** The items on sale that stood most often in one order with this one. */
  @Query(
      value = "item.bought-together",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<FoundItem> boughtTogether(UUID itemId) {
    return figures.boughtTogether(itemId);
  }

  /**
   * Computes both from the orders now, instead of next night.
   *
   * @return how many items were ordered in the period
   */
  @Command(value = "item.compute-figures", by = HEAD_OFFICE_ADMIN)
  public long compute() {
    return figures.compute();
  }

  private static int within(int limit) {
    return Math.max(1, Math.min(MOST, limit));
  }
}
