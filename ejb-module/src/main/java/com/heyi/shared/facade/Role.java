package com.heyi.shared.facade;

import java.util.Arrays;
import java.util.Optional;

/** The roles Heyi knows. Their keys are the names of the realm roles in the identity provider. */
public enum Role {
  /** Head-office administrator: sets up and decides; the only one who grants roles. */
  HEAD_OFFICE_ADMIN("head-office-admin"),
  /** Head-office operator: registers customers, grants points, handles orders. */
  OPERATOR("operator"),
  /** Handles complaints. */
  COMPLAINT_HANDLER("complaint-handler"),
  /** A branch's own system; sees and writes only what belongs to its branch. */
  BRANCH("branch-system"),
  /** Reads everything, changes nothing. */
  AUDITOR("auditor");

  private final String key;

  Role(String key) {
    this.key = key;
  }

  /** The role's name in the identity provider and in tokens. */
  public String key() {
    return key;
  }

  /** The role with this key, or empty for a role of somebody else's. */
  public static Optional<Role> ofKey(String key) {
    return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
  }
}
