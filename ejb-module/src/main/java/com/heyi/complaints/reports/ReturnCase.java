package com.heyi.complaints.reports;

import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A case that a return counts, as it stood when the return was prepared.
 *
 * @param complaintId the case
 * @param number its number
 * @param receivedAt when it came in
 * @param branch its branch, or null
 * @param channel facet A
 * @param business facet B, or null
 * @param cause facet C, or null
 * @param status where it stood
 * @param onTime whether it counts as in time or late; null for neither
 */
public record ReturnCase(
    UUID complaintId,
    String number,
    Instant receivedAt,
    String branch,
    ComplaintChannel channel,
    String business,
    ComplaintCause cause,
    ComplaintStatus status,
    Boolean onTime) {}
