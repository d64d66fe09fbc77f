package com.heyi.complaints;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records that the complainant accepts the answer.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param note in which words, or null
 */
public record AgreeToAnswer(
    @NotNull UUID complaintId, long expectedVersion, @Size(max = 2000) String note)
    implements ComplaintCommand {}
