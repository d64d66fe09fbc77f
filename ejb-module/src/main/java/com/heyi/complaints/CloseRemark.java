package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Closes a remark that was answered.
 *
 * @param remarkId the remark
 * @param expectedVersion version of it that the sender has seen
 */
public record CloseRemark(@NotNull UUID remarkId, long expectedVersion) implements Targeted {
  @Override
  public String auditTarget() {
    return "remark:" + remarkId;
  }
}
