package com.heyi.complaints.internal;

import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Who takes a step, and when.
 *
 * @param user account name
 * @param name the name shown to people
 * @param roles keys of the roles held, separated by commas
 * @param branch his branch, or null
 * @param now the instant of the step
 */
public record Actor(String user, String name, String roles, String branch, Instant now) {

  public static Actor of(Caller caller, Instant now) {
    String roles = caller.roles().stream().map(Role::key).sorted().collect(Collectors.joining(","));
    return new Actor(caller.user(), caller.displayName(), roles, caller.branch(), now);
  }
}
