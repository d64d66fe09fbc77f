package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Answers a suggestion, or thanks for praise.
 *
 * @param remarkId the remark
 * @param expectedVersion version of it that the sender has seen
 * @param answer what he is told
 */
public record AnswerRemark(
    @NotNull UUID remarkId,
    long expectedVersion,
    @Personal @NotBlank @Size(max = 4000) String answer)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "remark:" + remarkId;
  }
}
