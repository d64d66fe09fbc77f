package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * Items that are variants of one thing.
 *
 * @param id id of the family
 * @param code its code
 * @param name name of the thing
 * @param options what variants differ in, such as colour and size
 * @param version grows with every change, for If-Match
 * @param variants its variants, by sku
 */
public record FamilyView(
    UUID id, String code, String name, List<String> options, long version, List<Variant> variants)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item-family:" + code;
  }

  /**
   * An item of the family.
   *
   * @param itemId the item
   * @param sku its code
   * @param options what it is in each option of the family
   * @param price points for one piece, ordinarily
   * @param stock pieces that can be sold
   * @param status whether it can be ordered
   */
  public record Variant(
      UUID itemId, String sku, List<String> options, Points price, long stock, ItemStatus status) {}
}
