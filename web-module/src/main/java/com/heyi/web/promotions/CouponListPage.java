package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.CouponStatus;
import com.heyi.promotions.CouponView;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Coupons of all customers. */
@PageAt(value = "/promotions/coupons.xhtml", facade = CouponFacade.class, needs = "list")
@Named
@ViewScoped
public class CouponListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CouponFacade coupons;
  private LazyList<CouponView> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
            coupons::list, "customer", "template", "campaign", "orderId", "status", "from", "to");
  }

  public void export() {
    XlsxExport.of("page.coupons.title", list)
        .column("page.coupon.code", CouponView::code)
        .column("page.coupon.template", CouponView::template)
        .column("page.coupon.campaign", CouponView::campaign)
        .column("page.coupon.customer", CouponView::customerNumber)
        .column("page.coupon.status", CouponView::status)
        .column("page.coupon.valid-from", CouponView::validFrom)
        .column("page.coupon.valid-until", CouponView::validUntil)
        .send();
  }

  public LazyList<CouponView> getList() {
    return list;
  }

  public CouponStatus[] getStatuses() {
    return CouponStatus.values();
  }
}
