package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.util.UUID;

/**
 * An item of the catalogue.
 *
 * @param id id of the item
 * @param sku its code
 * @param name its name
 * @param price points for one piece
 * @param stock pieces left
 * @param status whether it can be ordered
 * @param version grows with every change by hand (not with orders), for If-Match
 */
public record ItemView(
    UUID id, String sku, String name, Points price, long stock, ItemStatus status, long version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + id;
  }
}
