package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Goes on with a complaint that waited for the complainant.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param brought what he has brought, or that he does not
 */
public record ResumeComplaint(
    @NotNull UUID complaintId, long expectedVersion, @NotBlank @Size(max = 2000) String brought)
    implements ComplaintCommand {}
