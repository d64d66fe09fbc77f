package com.heyi.complaints;

/**
 * A complaint that may belong together with some others.
 *
 * @param about the complaint
 * @param sameCause whether it has the cause of one of them
 * @param sameBranch whether it is about the branch of one of them
 * @param words how alike their words are, for ordering only; 0 when none are
 */
public record CaseLike(CaseRef about, boolean sameCause, boolean sameBranch, int words) {}
