package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records what the analysis found.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param cause why it arose, by JR/T 0169
 * @param business kind of business by JR/T 0169 facet B, or null
 * @param department the department responsible
 * @param finding what happened
 */
public record AnalyseComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull ComplaintCause cause,
    @Size(max = 100) String business,
    @NotBlank @Size(max = 100) String department,
    @NotBlank @Size(max = 4000) String finding)
    implements ComplaintCommand {}
