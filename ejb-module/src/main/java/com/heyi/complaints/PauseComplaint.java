package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Waits for something that the complainant must bring; where the rules allow it the clock stands.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param awaited what he was asked for
 * @param noticeChannel the way by which he was asked
 */
public record PauseComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotBlank @Size(max = 2000) String awaited,
    @NotNull ComplaintChannel noticeChannel)
    implements ComplaintCommand {}
