package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records what the bank decided and did.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param resolution what the complainant gets
 * @param measures what was done
 */
public record HandleComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull Resolution resolution,
    @NotBlank @Size(max = 4000) String measures)
    implements ComplaintCommand {}
