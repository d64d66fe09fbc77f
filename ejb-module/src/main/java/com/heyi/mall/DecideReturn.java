package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Approves, refuses or withdraws a return.
 *
 * @param returnId which return
 * @param version the version of the return that the caller has seen
 * @param reason why
 */
public record DecideReturn(
    @NotNull UUID returnId, @NotNull Long version, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "return:" + returnId;
  }
}
