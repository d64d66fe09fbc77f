package com.heyi.access;

import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user of the realm.
 *
 * @param id id in the identity provider
 * @param user account name
 * @param name name shown to people
 * @param email address, or null
 * @param enabled whether the user may sign in at all
 * @param roles the Heyi roles held, in the order of the roles
 * @param grants the same roles with since when and by whom
 * @param lastSignIn when he signed in last, as far as Heyi was told; null when never
 */
public record UserView(
    String id,
    String user,
    String name,
    String email,
    boolean enabled,
    List<Role> roles,
    List<RoleGrantView> grants,
    Instant lastSignIn)
    implements Targeted {
  public UserView {
    roles = List.copyOf(roles);
    grants = List.copyOf(grants);
  }

  /** Whether he is an auditor and something else, which can only have come about elsewhere. */
  public boolean mixesDuties() {
    return roles.contains(Role.AUDITOR) && roles.size() > 1;
  }

  /** The same user once he holds this role too. */
  UserView with(Role role) {
    return holding(Stream.concat(roles.stream(), Stream.of(role)));
  }

  /** The same user once he no longer holds this role. */
  UserView without(Role role) {
    return holding(roles.stream().filter(held -> held != role));
  }

  private UserView holding(Stream<Role> held) {
    List<Role> now = held.distinct().sorted().toList();
    return new UserView(id, user, name, email, enabled, now, grants, lastSignIn);
  }

  @Override
  public String auditTarget() {
    return user;
  }
}
