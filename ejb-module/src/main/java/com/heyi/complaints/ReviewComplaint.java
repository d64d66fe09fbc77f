package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records that the complainant asks for the decision to be reviewed (核查) by somebody else.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param reason why
 */
public record ReviewComplaint(
    @NotNull UUID complaintId, long expectedVersion, @NotBlank @Size(max = 2000) String reason)
    implements ComplaintCommand, Reasoned {}
