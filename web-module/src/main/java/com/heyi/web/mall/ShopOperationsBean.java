package com.heyi.web.mall;

import com.heyi.mall.Browse;
import com.heyi.mall.BundleView;
import com.heyi.mall.BundlesFacade;
import com.heyi.mall.ChoosingFacade;
import com.heyi.mall.PutBundleInCart;
import com.heyi.mall.ReportReview;
import com.heyi.mall.ReviewsFacade;
import com.heyi.mall.WriteReview;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Answers {@link ShopOperations}. */
@ApplicationScoped
public class ShopOperationsBean implements ShopOperations {
  @Inject private ChoosingFacade choosing;
  @Inject private BundlesFacade bundles;
  @Inject private ReviewsFacade reviews;

  @Override
  public ShopShelf browseShop(
      String words, String category, boolean inStock, int from, Integer limit) {
    return new ShopShelf(
        choosing.browse(
            new Browse(
                words,
                category,
                null,
                null,
                inStock,
                null,
                Browse.Order.BEST,
                from,
                Lists.limit(limit == null ? null : limit.toString()))));
  }

  @Override
  public List<ShopBundle> listBundles() {
    return bundles.list().stream().filter(BundleView::onSale).map(ShopBundle::new).toList();
  }

  @Override
  public CartOperations.MallCart putBundleInCart(
      String requestId, String customerId, String bundle, long times) {
    return new CartOperations.MallCart(
        bundles.put(new PutBundleInCart(id(customerId), bundle, times)));
  }

  @Override
  public List<LineToReview> listPendingReviews(String customerId) {
    return reviews.pending(id(customerId)).lines().stream().map(LineToReview::new).toList();
  }

  @Override
  public String writeReview(
      String requestId, String customerId, String orderLineId, int stars, String words) {
    return reviews
        .write(new WriteReview(id(customerId), id(orderLineId), stars, words))
        .id()
        .toString();
  }

  @Override
  public List<ShopReview> listReviews(String itemId) {
    return reviews.ofItem(id(itemId)).latest().stream().map(ShopReview::new).toList();
  }

  @Override
  public long reportReview(String requestId, String reviewId, String reason) {
    return reviews.report(new ReportReview(id(reviewId), reason)).count();
  }

  private static UUID id(String text) {
    return Ids.parse(text == null ? "" : text);
  }
}
