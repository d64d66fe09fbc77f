package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives the complainant points.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param remedy compensation or ex gratia
 * @param points how many
 * @param reason why; the customer reads it
 */
public record GivePoints(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull Remedy remedy,
    @NotNull Points points,
    @NotBlank @Size(max = 500) String reason)
    implements ComplaintCommand, Reasoned {}
