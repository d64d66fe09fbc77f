package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * Several items under one name.
 *
 * @param id id of the bundle
 * @param code its code
 * @param name its name
 * @param reduced points taken off for one whole bundle
 * @param onSale whether it can be put into a cart
 * @param version grows with every change, for If-Match
 * @param lines what it is made of, by sku
 */
public record BundleView(
    UUID id,
    String code,
    String name,
    Points reduced,
    boolean onSale,
    long version,
    List<Line> lines)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "bundle:" + code;
  }

  /** Points for one bundle at ordinary prices, before anything is taken off. */
  public Points price() {
    return lines.stream()
        .map(line -> line.price().times(line.quantity()))
        .reduce(Points.ZERO, Points::plus);
  }

  /** How many bundles could be had with what is in stock. */
  public long available() {
    return lines.stream()
        .mapToLong(line -> line.onSale() ? line.stock() / line.quantity() : 0)
        .min()
        .orElse(0);
  }

  /**
   * An item of it.
   *
   * @param itemId the item
   * @param sku its code
   * @param name its name
   * @param quantity pieces for one bundle
   * @param price points for one piece, ordinarily
   * @param stock pieces that can be sold
   * @param onSale whether it can be ordered
   */
  public record Line(
      UUID itemId,
      String sku,
      String name,
      long quantity,
      Points price,
      long stock,
      boolean onSale) {}
}
