package com.heyi.web.mall;

import com.heyi.mall.CheckoutFacade;
import com.heyi.mall.CheckoutStatus;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ResolveCheckout;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A checkout: what is set aside, to order it or to let it go. */
@PageAt(value = "/mall/checkout.xhtml", facade = CheckoutFacade.class, needs = "view")
@Named
@ViewScoped
public class CheckoutPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CheckoutFacade checkouts;

  private final FormKey key = new FormKey();
  private String id;
  private transient CheckoutView checkout;

  /** Reads the checkout that the address names. */
  public void load() {
    checkout = checkouts.view(Param.id(id));
  }

  public String confirm() {
    return Commands.run(key, () -> checkouts.confirm(new ResolveCheckout(Param.id(id))))
        .map(
            done ->
                Go.saying("page.mall.checkout.confirmed", done.customerName())
                    .to("/mall/order", "id", done.orderId()))
        .orElse(Go.STAY);
  }

  public String release() {
    return Commands.run(key, () -> checkouts.release(new ResolveCheckout(Param.id(id))))
        .map(
            done ->
                Go.saying("page.mall.checkout.released").to("/mall/cart", "id", done.customerId()))
        .orElse(Go.STAY);
  }

  /** Whether this person may still decide. */
  public boolean isOpen() {
    Caller caller = CallContext.current();
    return getCheckout().status() == CheckoutStatus.OPEN
        && (caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR));
  }

  public CheckoutView getCheckout() {
    if (checkout == null) {
      checkout = checkouts.view(Param.id(id));
    }
    return checkout;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
