package com.heyi.access;

import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.Targeted;
import java.util.List;

/**
 * A user of the realm.
 *
 * @param id id in the identity provider
 * @param user account name
 * @param name name shown to people
 * @param email address, or null
 * @param enabled whether the user may sign in at all
 * @param roles the Heyi roles held, in the order of the roles
 */
public record UserView(
    String id, String user, String name, String email, boolean enabled, List<Role> roles)
    implements Targeted {
  public UserView {
    roles = List.copyOf(roles);
  }

  @Override
  public String auditTarget() {
    return user;
  }
}
