package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Lets go what is held.
 *
 * @param holdId which hold
 * @param reason why
 */
public record VoidHold(@NotNull UUID holdId, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "hold:" + holdId;
  }
}
