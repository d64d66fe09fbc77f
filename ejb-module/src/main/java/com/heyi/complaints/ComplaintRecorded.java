package com.heyi.complaints;

import java.util.UUID;

/**
 * A complaint was recorded. Not sent for imported cases, which may be years old.
 *
 * @param complaintId the complaint
 * @param customerId the customer, or null
 */
public record ComplaintRecorded(UUID complaintId, UUID customerId) {}
