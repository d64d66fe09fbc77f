package com.heyi.access;

import com.heyi.shared.facade.Role;
import java.time.Instant;

/**
 * A role that a user holds, and how he came by it.
 *
 * @param role the role
 * @param grantedAt since when, or null when it was granted before Heyi looked
 * @param grantedBy account name of who granted it, or null when that is not known
 * @param via where it was granted, or null when that is not known
 */
public record RoleGrantView(Role role, Instant grantedAt, String grantedBy, Via via) {
  /** Where a role is granted. */
  public enum Via {
    /** Here, with a reason. */
    HEYI,
    /** In the identity provider's own console or API. */
    PROVIDER
  }
}
