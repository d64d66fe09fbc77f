package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that a remark is a complaint: its clock runs from the day on which it was received.
 *
 * @param remarkId the remark
 * @param expectedVersion version of it that the sender has seen
 * @param reason why
 */
public record TurnIntoComplaint(
    @NotNull UUID remarkId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "remark:" + remarkId;
  }
}
