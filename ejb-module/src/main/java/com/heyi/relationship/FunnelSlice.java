package com.heyi.relationship;

import java.time.YearMonth;

/**
 * Which customers are asked for.
 *
 * @param month in which month, or null for this one
 * @param status how they are in it; null for those who did something in it
 * @param cohort only those who came in this month, or null
 */
public record FunnelSlice(YearMonth month, LifecycleStatus status, YearMonth cohort) {}
