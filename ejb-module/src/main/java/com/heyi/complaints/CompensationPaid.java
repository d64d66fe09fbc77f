package com.heyi.complaints;

import java.util.UUID;

/**
 * A complainant was given money or points. Sent within the transaction.
 *
 * @param complaintId the complaint
 * @param redressId what was given
 * @param customerId who got it
 */
public record CompensationPaid(UUID complaintId, UUID redressId, UUID customerId) {}
