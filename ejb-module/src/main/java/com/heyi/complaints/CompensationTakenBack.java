package com.heyi.complaints;

import java.util.UUID;

/**
 * What a complainant was given was taken back. Sent within the transaction.
 *
 * @param complaintId the complaint
 * @param redressId what was given
 * @param customerId who had got it
 */
public record CompensationTakenBack(UUID complaintId, UUID redressId, UUID customerId) {}
