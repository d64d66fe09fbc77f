package com.heyi.access;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Takes a role from a user.
 *
 * @param userId the user's id in the identity provider
 * @param role the role
 * @param reason why, for the audit trail
 */
public record RevokeRole(
    @NotBlank @Size(max = 64) String userId,
    @NotNull Role role,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {

  @Override
  public String auditTarget() {
    return role == null ? userId : userId + " " + role.key();
  }
}
