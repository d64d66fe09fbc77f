package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes a step, and when.
 *
 * @param user account name
 * @param name the name shown to people
 * @param roles keys of the roles held, separated by commas
 * @param branch his branch, or null
 * @param level his level in the pyramid
 * @param standsInFor account names of those who are away and for whom he stands in
 * @param directs whether he distributes cases, though he does not decide them
 * @param now the instant of the step
 */
public record Actor(
    String user,
    String name,
    String roles,
    String branch,
    AuthorityLevel level,
    Set<String> standsInFor,
    boolean directs,
    Instant now) {

  /** Somebody of whom the desk keeps no record: he has the lowest level. */
  public static Actor of(Caller caller, Instant now) {
    String roles = caller.roles().stream().map(Role::key).sorted().collect(Collectors.joining(","));
    return new Actor(
        caller.user(),
        caller.displayName(),
        roles,
        caller.branch(),
        AuthorityLevel.BRANCH,
        Set.of(),
        caller.roles().isEmpty() || caller.has(Role.HEAD_OFFICE_ADMIN),
        now);
  }

  /** He himself with what the desk's record says of him. */
  Actor at(String branchOfHis, AuthorityLevel levelOfHis, Set<String> substituted) {
    return new Actor(
        user,
        name,
        roles,
        branchOfHis == null ? branch : branchOfHis,
        levelOfHis,
        substituted,
        directs,
        now);
  }

  /** Whether he holds this role. */
  boolean holds(Role role) {
    return List.of(roles.split(",")).contains(role.key());
  }

  /** Account names of those whose cases he handles: his own and of whom he stands in for. */
  List<String> handles() {
    return Stream.concat(Stream.of(user), standsInFor.stream()).toList();
  }

  /** He as somebody who could take charge. */
  Candidate candidate() {
    return new Candidate(user, name, branch, level, null);
  }
}
