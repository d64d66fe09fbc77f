package com.heyi.audit;

import java.time.LocalDate;

/**
 * How much the trail grew on one day.
 *
 * @param day the day in the bank's zone
 * @param done entries of what was done, answers repeated included
 * @param refused entries of attempts that were refused
 * @param failed entries of attempts that failed
 */
public record AuditDay(LocalDate day, long done, long refused, long failed) {}
