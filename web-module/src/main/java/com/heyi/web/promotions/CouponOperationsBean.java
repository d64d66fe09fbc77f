package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.IssueCoupon;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Answers {@link CouponOperations}. */
@ApplicationScoped
public class CouponOperationsBean implements CouponOperations {
  @Inject private CouponFacade coupons;

  @Override
  public List<CustomerCoupon> getCoupons(String customerId) {
    return coupons.ofCustomer(id(customerId)).stream().map(CustomerCoupon::new).toList();
  }

  @Override
  public CustomerCoupon issueCoupon(
      String requestId, String customerId, String template, String campaign, String reason) {
    return new CustomerCoupon(
        coupons.issue(new IssueCoupon(id(customerId), template, campaign, reason)));
  }

  private static UUID id(String text) {
    return Ids.parse(text == null ? "" : text);
  }
}
