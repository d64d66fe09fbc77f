package com.heyi.accounts;

import java.time.Instant;

/**
 * By which id an app knows a customer.
 *
 * @param app code of the app
 * @param externalId the customer's id there
 * @param linkedAt since when the two are linked
 */
public record IdentityView(String app, String externalId, Instant linkedAt) {}
