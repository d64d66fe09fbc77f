package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that a complaint was one after all.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param reason why
 */
public record TurnBackComplaint(
    @NotNull UUID complaintId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements ComplaintCommand, Reasoned {}
