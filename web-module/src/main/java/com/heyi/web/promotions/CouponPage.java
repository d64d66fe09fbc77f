package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.CouponStatus;
import com.heyi.promotions.CouponView;
import com.heyi.promotions.RevokeCoupon;
import com.heyi.shared.facade.CallContext;
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

/** One coupon with what happened to it. */
@PageAt(value = "/promotions/coupon.xhtml", facade = CouponFacade.class, needs = "view")
@Named
@ViewScoped
public class CouponPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CouponFacade coupons;
  private final FormKey key = new FormKey();
  private String id;
  private String reason;
  private transient CouponView coupon;

  /** Reads the coupon that the address names. */
  public void load() {
    coupon = coupons.view(Param.id(id));
  }

  public String revoke() {
    RevokeCoupon command = new RevokeCoupon(Param.id(id), reason);
    return Commands.run(key, () -> coupons.revoke(command))
        .map(done -> Go.saying("page.coupon.revoked", done.code()).again("id", id))
        .orElse(Go.STAY);
  }

  public boolean isRevocable() {
    return getCoupon().status() == CouponStatus.AVAILABLE
        && (CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
            || CallContext.current().has(Role.OPERATOR));
  }

  public CouponView getCoupon() {
    if (coupon == null) {
      load();
    }
    return coupon;
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

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
