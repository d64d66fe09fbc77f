package com.heyi.complaints;

import java.time.Instant;

/**
 * A model with its figures, in thousandths, on the latest fifth of the cases held apart.
 *
 * @param number its version
 * @param target what it suggests
 * @param active whether it is the one that suggests
 * @param trainedAt since when
 * @param learned cases that it was learned from
 * @param labels labels that it tells apart
 * @param words words that it knows
 * @param tried cases that the figures are of
 * @param accuracy the first suggestion is right
 * @param macroF1 mean F1 over the labels
 * @param top3 one of the first three is right
 * @param majority accuracy of always naming the commonest label
 * @param alike accuracy of asking the ten most similar cases
 * @param decided suggestions that people decided on
 * @param accepted those of them that were accepted
 */
public record TriageModelView(
    int number,
    TriageTarget target,
    boolean active,
    Instant trainedAt,
    int learned,
    int labels,
    int words,
    int tried,
    int accuracy,
    int macroF1,
    int top3,
    int majority,
    int alike,
    long decided,
    long accepted) {}
