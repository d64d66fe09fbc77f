package com.heyi.relationship;

/**
 * A tier in figures.
 *
 * @param tier code of the tier
 * @param customers who have it today
 * @param inGrace those of them who no longer reach it
 * @param byHand those of them to whom it was given by hand
 */
public record TierCount(String tier, long customers, long inGrace, long byHand) {}
