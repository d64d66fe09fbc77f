package com.heyi.complaints;

import jakarta.validation.constraints.NotNull;

/**
 * Asks for a triage of many cases.
 *
 * @param scope which
 */
public record TriageCases(@NotNull TriageScope scope) {}
