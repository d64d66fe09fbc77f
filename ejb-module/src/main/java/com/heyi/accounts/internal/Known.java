package com.heyi.accounts.internal;

import com.heyi.accounts.CardProfileView;
import java.util.UUID;

/**
 * A customer whom the card centre's file may name.
 *
 * @param customerId the customer
 * @param number his number
 * @param figures what the card centre knew of him, or null when nothing
 */
record Known(UUID customerId, String number, CardProfileView figures) {}
