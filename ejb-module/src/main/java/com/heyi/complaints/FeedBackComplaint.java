package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records the answer that the complainant was given.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param answerChannel the way it was given
 * @param answer its words
 */
public record FeedBackComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull ComplaintChannel answerChannel,
    @NotBlank @Size(max = 4000) String answer)
    implements ComplaintCommand {}
