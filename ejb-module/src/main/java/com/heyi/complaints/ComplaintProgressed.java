package com.heyi.complaints;

import java.util.UUID;

/**
 * A complaint went a step on. Sent for every step that is taken here, within its transaction; not
 * for imported cases.
 *
 * @param complaintId the complaint
 * @param customerId the customer, or null
 * @param step the step
 */
public record ComplaintProgressed(UUID complaintId, UUID customerId, ComplaintStep step) {}
