package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that what was recorded as a complaint is a suggestion or praise.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param kind what it is
 * @param reason why it is no complaint
 */
public record TurnIntoRemark(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotNull RemarkKind kind,
    @NotBlank @Size(max = 500) String reason)
    implements ComplaintCommand, Reasoned {}
