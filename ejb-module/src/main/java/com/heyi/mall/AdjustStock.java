package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Receives or writes off pieces of an item. A difference and not a new total, because orders go on
 * taking from the stock while somebody counts it.
 *
 * @param itemId which item
 * @param version the version of the item that the caller has seen
 * @param delta pieces more (positive) or fewer (negative); not 0
 * @param reason why
 */
public record AdjustStock(
    @NotNull UUID itemId,
    long version,
    @Min(-1_000_000_000) @Max(1_000_000_000) long delta,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
