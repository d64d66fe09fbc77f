package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records who is held to account for what went wrong, or why nobody is.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param department the department that answers for it
 * @param accountability the consequence, or why there is none
 */
public record HoldToAccount(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotBlank @Size(max = 100) String department,
    @NotBlank @Size(max = 4000) String accountability)
    implements ComplaintCommand {}
