package com.heyi.complaints;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Notes that a complaint is about a member of the staff, who then may not handle it.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param account his account name
 * @param part what his part is
 * @param note what else is worth knowing, or null
 */
public record NameStaff(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotBlank @Size(max = 200) String account,
    @NotNull StaffPart part,
    @Size(max = 2000) String note)
    implements ComplaintCommand {}
