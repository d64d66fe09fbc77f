package com.heyi.accounts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A document that a customer has shown or signed.
 *
 * @param kind what it is
 * @param number masked; null when it has none
 * @param expiresOn the last day on which it is valid; null when it does not expire
 * @param valid whether that day is not over
 * @param recordedAt when it was noted
 * @param recordedBy by whom
 */
public record DocumentView(
    DocumentKind kind,
    String number,
    LocalDate expiresOn,
    boolean valid,
    Instant recordedAt,
    String recordedBy) {}
