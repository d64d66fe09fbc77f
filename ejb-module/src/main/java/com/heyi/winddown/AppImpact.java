package com.heyi.winddown;

import com.heyi.shared.value.Points;

/**
 * Whom and what the end of an app concerns.
 *
 * @param app code of the app
 * @param customers whom it knows
 * @param accounts accounts of theirs that are not closed
 * @param points points of theirs in the mall
 * @param openOrders orders of theirs that are neither delivered nor cancelled
 * @param openComplaints complaints of theirs that are neither closed nor withdrawn
 */
public record AppImpact(
    String app,
    long customers,
    long accounts,
    Points points,
    long openOrders,
    long openComplaints) {}
