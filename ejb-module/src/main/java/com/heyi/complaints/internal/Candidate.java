package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;

/**
 * Somebody who could take charge of a case.
 *
 * @param user account name
 * @param name the name shown to people
 * @param branch his branch, or null
 * @param level his level
 * @param insteadOf account name of who was wanted but is away, or null
 */
public record Candidate(
    String user, String name, String branch, AuthorityLevel level, String insteadOf) {}
