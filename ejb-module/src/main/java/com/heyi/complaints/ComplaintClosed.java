package com.heyi.complaints;

import java.util.UUID;

/**
 * A complaint is over, settled or withdrawn.
 *
 * @param complaintId the complaint
 * @param customerId the customer, or null
 */
public record ComplaintClosed(UUID complaintId, UUID customerId) {}
