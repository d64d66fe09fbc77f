package com.heyi.learning;

import com.heyi.complaints.CaseRef;
import java.time.Instant;

/**
 * A complaint that belongs to a problem, or did.
 *
 * @param about the complaint
 * @param linkedBy account name of who linked it
 * @param linkedAt when
 * @param partedBy who parted it again, or null
 * @param partedAt when, or null
 * @param partedWhy why, or null
 */
public record ProblemCase(
    CaseRef about,
    String linkedBy,
    Instant linkedAt,
    String partedBy,
    Instant partedAt,
    String partedWhy) {}
