package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records that the root cause of a closed complaint has been put right.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param measures what was changed, and how it was seen to work
 */
public record RectifyCause(
    @NotNull UUID complaintId, long expectedVersion, @NotBlank @Size(max = 4000) String measures)
    implements ComplaintCommand {}
