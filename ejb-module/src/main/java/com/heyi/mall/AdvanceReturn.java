package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Receives or refunds the goods of a return.
 *
 * @param returnId which return
 * @param version the version of the return that the caller has seen
 */
public record AdvanceReturn(@NotNull UUID returnId, @NotNull Long version) implements Targeted {
  @Override
  public String auditTarget() {
    return "return:" + returnId;
  }
}
