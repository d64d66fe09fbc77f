package com.heyi.complaints;

/**
 * What people made of suggestions by product and issue.
 *
 * @param hint of what
 * @param basis what they rested on
 * @param decided how many were decided on
 * @param accepted how many of them were right
 */
public record TriageHintFigures(TriageHint hint, TriageBasis basis, long decided, long accepted) {}
