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
 * @param askedBy as what somebody asked for it in the complainant's place, or null when he asked
 *     himself
 * @param proof what shows who asked, such as the identity document seen at the counter, the number
 *     of the recording, a letter with its date
 * @param reason why, in his words
 */
public record WithdrawComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    PartyRole askedBy,
    @NotBlank @Size(max = 200) String proof,
    @NotBlank @Size(max = 2000) String reason)
    implements ComplaintCommand, Reasoned {}
