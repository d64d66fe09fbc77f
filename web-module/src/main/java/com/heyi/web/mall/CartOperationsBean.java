package com.heyi.web.mall;

import com.heyi.mall.AcceptPrices;
import com.heyi.mall.CheckOut;
import com.heyi.mall.CheckoutFacade;
import com.heyi.mall.PutInCart;
import com.heyi.mall.ResolveCheckout;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Answers {@link CartOperations}. */
@ApplicationScoped
public class CartOperationsBean implements CartOperations {
  @Inject private CheckoutFacade checkouts;

  @Override
  public MallCart getCart(String customerId) {
    return new MallCart(checkouts.cart(id(customerId)));
  }

  @Override
  public MallCart putInCart(String requestId, String customerId, String sku, long quantity) {
    return new MallCart(checkouts.put(new PutInCart(id(customerId), sku, quantity)));
  }

  @Override
  public MallCart acceptCartPrices(String requestId, String customerId, long total) {
    // Absent when it cannot be one, so that validation tells which field is wrong.
    Points told = total < 0 ? null : Points.of(total);
    return new MallCart(checkouts.acceptPrices(new AcceptPrices(id(customerId), told)));
  }

  @Override
  public MallCheckout checkOut(
      String requestId, String customerId, List<String> coupons, CashToPay pay) {
    return new MallCheckout(
        checkouts.begin(new CheckOut(id(customerId), coupons, CashToPay.read(pay))));
  }

  @Override
  public MallCheckout getCheckout(String checkoutId) {
    return new MallCheckout(checkouts.view(id(checkoutId)));
  }

  @Override
  public MallCheckout confirmCheckout(String requestId, String checkoutId) {
    return new MallCheckout(checkouts.confirm(new ResolveCheckout(id(checkoutId))));
  }

  @Override
  public MallCheckout releaseCheckout(String requestId, String checkoutId) {
    return new MallCheckout(checkouts.release(new ResolveCheckout(id(checkoutId))));
  }

  private static UUID id(String text) {
    return Ids.parse(text == null ? "" : text);
  }
}
