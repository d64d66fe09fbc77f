package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives an especially complex complaint the further days that its rule allows once; where the rule
 * knows a final answer, the first one is that it is in progress. The complainant must be told: how
 * and in which words is part of it.
 *
 * @param complaintId the complaint
 * @param expectedVersion version of it that the sender has seen
 * @param reason why the time does not suffice
 * @param noticeChannel the way by which the complainant is told
 * @param notice what he is told
 */
public record ExtendComplaint(
    @NotNull UUID complaintId,
    long expectedVersion,
    @NotBlank @Size(max = 2000) String reason,
    @NotNull ComplaintChannel noticeChannel,
    @NotBlank @Size(max = 4000) String notice)
    implements ComplaintCommand, Reasoned {}
