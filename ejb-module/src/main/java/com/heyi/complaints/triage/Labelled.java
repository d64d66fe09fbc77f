package com.heyi.complaints.triage;

/**
 * A text and what it is about, as people decided.
 *
 * @param id what the text is of
 * @param text the words
 * @param label what it is about
 */
public record Labelled(String id, String text, String label) {}
