package com.heyi.relationship;

import com.heyi.imports.ImportRunView;
import java.time.LocalDate;

/**
 * A run of the batch that places customers in tiers.
 *
 * @param day the day for which they are placed
 * @param customers whom it was given
 * @param rulesFrom first day of the rules
 * @param run how far it has come
 */
public record EvaluationView(
    LocalDate day, long customers, LocalDate rulesFrom, ImportRunView run) {}
