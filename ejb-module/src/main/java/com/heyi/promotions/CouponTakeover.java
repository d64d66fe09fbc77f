package com.heyi.promotions;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Takes over coupons from apps that end, inside the transactions of the module that ends them. It
 * checks no role and leaves no row in the trail, for whoever asks does so; therefore the edges may
 * not use it.
 */
public interface CouponTakeover {

  /**
   * Whether coupons of another app can become coupons of this kind: it exists, and does not limit
   * how many there are in all, for what was promised elsewhere must not run out here.
   *
   * @param template code of the kind
   */
  boolean takes(String template);

  /**
   * Gives a customer a coupon for one that he had in another app. It is his even when the kind is
   * stopped by now or he has had as many as he may.
   *
   * @param template code of the kind
   * @param validUntil its last day there, not before today
   * @param source app and code there, as the coupon's history will say
   * @return id of the coupon
   * @throws HeyiException {@link CommonError#NOT_FOUND} for the kind
   */
  UUID takeOver(UUID customerId, String template, LocalDate validUntil, String source);
}
