package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Cancels an order, in whole or in part: the points go back into the lots they came from, the goods
 * back into stock.
 *
 * @param orderId which order
 * @param version the version of the order that the caller has seen, or null when he does not mind
 * @param reason why
 * @param lines what of it; null or empty for all that is left
 */
public record CancelOrder(
    @NotNull UUID orderId,
    Long version,
    @NotBlank @Size(max = 500) String reason,
    @Size(max = 500) List<@NotNull @Valid Line> lines)
    implements Targeted, Reasoned {

  public CancelOrder {
    // Not List.copyOf: an absent line is told by validation, not by an exception from here.
    lines = lines == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(lines));
  }

  /** Cancels all that is left of the order. */
  public static CancelOrder whole(UUID orderId, String reason) {
    return new CancelOrder(orderId, null, reason, List.of());
  }

  /**
   * One line.
   *
   * @param lineId the order's line
   * @param quantity pieces to cancel, or null for all that are left of the line
   */
  public record Line(@NotNull UUID lineId, @Min(1) Long quantity) {}

  @Override
  public String auditTarget() {
    return "order:" + orderId;
  }
}
