package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Answers what was asked.
 *
 * @param complaintId the complaint
 * @param taskId the task
 * @param answer what was done or found
 */
public record AnswerTask(
    @NotNull UUID complaintId,
    @NotNull UUID taskId,
    @Personal @NotBlank @Size(max = 4000) String answer)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
