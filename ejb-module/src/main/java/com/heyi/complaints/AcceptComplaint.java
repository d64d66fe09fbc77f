package com.heyi.complaints;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Puts a handler in charge.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param handler account name of the handler, or null for the caller himself
 * @param complexity how involved it is, or null to leave it as recorded
 * @param note what else is worth knowing, or null
 */
public record AcceptComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @Size(max = 200) String handler,
    Complexity complexity,
    @Size(max = 2000) String note)
    implements ComplaintCommand {

  public AcceptComplaint {
    handler = handler == null || handler.isBlank() ? null : handler.strip();
  }
}
