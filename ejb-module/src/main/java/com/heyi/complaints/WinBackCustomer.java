package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records what was done to win the customer back.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param measures what was done
 * @param outcome what came of it
 */
public record WinBackCustomer(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotBlank @Size(max = 4000) String measures,
    @NotNull WinBackOutcome outcome)
    implements ComplaintCommand {}
