package com.heyi.mall;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * Takes over points from apps that end, inside the transactions of the module that ends them. It
 * checks no role and leaves no row in the trail, for whoever asks does so; therefore the edges may
 * not use it.
 */
public interface MallTakeover {

  /**
   * Gives a customer the points that another app owed him, as a lot with its last day kept.
   *
   * @param expiresOn last day on which they can be used; null when they never expire
   * @param reason as the customer will read it, or a {@link com.heyi.shared.text.BookNote}
   * @throws HeyiException {@link MallError#POINTS_OUT_OF_RANGE}, {@link
   *     MallError#POINTS_EXPIRY_PAST}
   */
  GrantView takeOver(UUID customerId, Points points, LocalDate expiresOn, String reason);

  /** What these customers have here. */
  Held heldBy(Collection<UUID> customers);

  /**
   * What customers have in the mall.
   *
   * @param points in their lots
   * @param openOrders orders that are neither delivered nor cancelled
   */
  record Held(Points points, long openOrders) {}
}
