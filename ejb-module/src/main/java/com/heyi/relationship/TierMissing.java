package com.heyi.relationship;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;

/**
 * What is missing up to the thresholds of a tier; a threshold that it does not have, or that is
 * reached, is null.
 *
 * @param assets CNY
 * @param activity movements, orders and card transactions
 * @param points points
 */
public record TierMissing(Money assets, Long activity, Points points) {}
