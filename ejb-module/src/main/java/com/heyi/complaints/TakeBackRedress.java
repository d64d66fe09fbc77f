package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Takes back what a complainant was given, whole and once.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param redressId what was given
 * @param reason why
 */
public record TakeBackRedress(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull UUID redressId,
    @NotBlank @Size(max = 200) String reason)
    implements ComplaintCommand, Reasoned {}
