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
 * Settles what of the goods that arrived is taken back.
 *
 * @param returnId which return
 * @param version the version of the return that the caller has seen
 * @param reason what was found
 * @param lines each line of the return
 */
public record InspectReturn(
    @NotNull UUID returnId,
    @NotNull Long version,
    @NotBlank @Size(max = 500) String reason,
    @NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines)
    implements Targeted, Reasoned {

  /**
   * One line.
   *
   * @param lineId the order's line
   * @param accepted pieces that are taken back and refunded, 0 to those of the return
   * @param fate what becomes of them; needed when any are accepted
   */
  public record Line(@NotNull UUID lineId, @Min(0) long accepted, ReturnedGoodsFate fate) {}

  @Override
  public String auditTarget() {
    return "return:" + returnId;
  }
}
