package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Puts another handler in charge.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param handler account name of the handler, or null for the caller himself
 * @param reason why
 */
public record AssignComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @Size(max = 200) String handler,
    @NotBlank @Size(max = 2000) String reason)
    implements ComplaintCommand, Reasoned {

  public AssignComplaint {
    handler = handler == null || handler.isBlank() ? null : handler.strip();
  }
}
