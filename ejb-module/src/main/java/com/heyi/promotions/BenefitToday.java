package com.heyi.promotions;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A benefit as a customer finds it today.
 *
 * @param customerId who
 * @param benefit the benefit
 * @param mayTake whether he may take it today
 * @param taken how often he has taken it in the period that today lies in
 * @param next the next day after today on which he may take it, or null when there is none
 */
public record BenefitToday(
    UUID customerId, BenefitView benefit, boolean mayTake, long taken, LocalDate next) {}
