package com.heyi.complaints;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Closes a complaint that was answered.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param satisfaction the complainant's, 1 (very dissatisfied) to 5 (very satisfied), or null when
 *     he gave none
 * @param rootCause the root cause and what is rectified (溯源整改); mandatory by Order 2020 No. 3, so
 *     where there is nothing to rectify it says so and why
 */
public record CloseComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @Min(1) @Max(5) Integer satisfaction,
    @NotBlank @Size(max = 4000) String rootCause)
    implements ComplaintCommand {}
