package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Opens a complaint again that was closed or taken back.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param reason why
 */
public record ReopenComplaint(
    @NotNull UUID complaintId, long expectedVersion, @NotBlank @Size(max = 2000) String reason)
    implements ComplaintCommand, Reasoned {}
