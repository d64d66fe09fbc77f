package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Changes what the catalogue says of an item. Orders placed keep the name and price they had.
 *
 * @param itemId which item
 * @param version the version that the caller has seen
 * @param name its name
 * @param price points for one piece
 * @param status whether it can be ordered
 */
public record ChangeItem(
    @NotNull UUID itemId,
    long version,
    @NotBlank @Size(max = 200) String name,
    @NotNull Points price,
    @NotNull ItemStatus status)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
