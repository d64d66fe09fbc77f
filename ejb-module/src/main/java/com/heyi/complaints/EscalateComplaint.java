package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Moves a complaint up, with the authority that it needs: to the queue of a higher level.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param level the level, above the one it has; null for the next
 * @param reason why
 */
public record EscalateComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    AuthorityLevel level,
    @NotBlank @Size(max = 2000) String reason)
    implements ComplaintCommand, Reasoned {}
