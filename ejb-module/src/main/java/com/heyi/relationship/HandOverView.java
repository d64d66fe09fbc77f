package com.heyi.relationship;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A hand-over of a customer.
 *
 * @param from account of the manager before, or null
 * @param to account of the manager after
 * @param day from which day on
 * @param reason why
 * @param handedAt when it was done
 * @param handedBy by whom
 */
public record HandOverView(
    String from, String to, LocalDate day, String reason, Instant handedAt, String handedBy) {}
