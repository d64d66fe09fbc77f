package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Asks that goods of a delivered order may come back.
 *
 * @param orderId which order
 * @param reason why
 * @param lines what of it
 */
public record RequestReturn(
    @NotNull UUID orderId,
    @NotBlank @Size(max = 500) String reason,
    @NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines)
    implements Targeted, Reasoned {

  /**
   * One line.
   *
   * @param lineId the order's line
   * @param quantity pieces that are to come back
   */
  public record Line(@NotNull UUID lineId, @Min(1) long quantity) {}

  @Override
  public String auditTarget() {
    return "order:" + orderId;
  }
}
