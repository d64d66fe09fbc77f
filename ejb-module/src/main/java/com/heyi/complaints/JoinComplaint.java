package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Joins a complaint to an earlier one of the same matter, which goes on with its own clock.
 *
 * @param complaintId the complaint that ends here
 * @param expectedVersion its version that was seen
 * @param mainId the one that goes on
 * @param reason why they are one matter
 */
public record JoinComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull UUID mainId,
    @NotBlank @Size(max = 500) String reason)
    implements ComplaintCommand, Reasoned {}
