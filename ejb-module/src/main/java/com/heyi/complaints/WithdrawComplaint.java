package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Records that the complainant takes his complaint back, which closes it the same day.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param reason why, in his words
 */
public record WithdrawComplaint(
    @NotNull UUID complaintId, long expectedVersion, @NotBlank @Size(max = 2000) String reason)
    implements ComplaintCommand, Reasoned {}
