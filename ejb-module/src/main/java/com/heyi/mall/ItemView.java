package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * An item of the catalogue.
 *
 * @param id id of the item
 * @param sku its code
 * @param name its name
 * @param price points for one piece, ordinarily
 * @param cash money for one piece, ordinarily, beside the points
 * @param stock pieces that can be sold; those reserved by a checkout are not among them
 * @param status whether it can be ordered
 * @param limitPieces how many one customer may order, or null for as many as he likes
 * @param limitDays within how many days, or null
 * @param category code of its category, or null
 * @param family code of the family that it is a variant of, or null
 * @param options what the variant is in each option of its family
 * @param version grows with every change by hand (not with orders), for If-Match
 */
public record ItemView(
    UUID id,
    String sku,
    String name,
    Points price,
    Money cash,
    long stock,
    ItemStatus status,
    Long limitPieces,
    Integer limitDays,
    String category,
    String family,
    List<String> options,
    long version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + id;
  }
}
