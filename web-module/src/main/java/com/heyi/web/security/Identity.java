package com.heyi.web.security;

import com.heyi.shared.facade.Role;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who signed in, as the identity provider vouches for him. Made from verified claims only.
 *
 * @param user account name, or the client id for a client that acts for itself
 * @param displayName name shown to people
 * @param roles the Heyi roles among the groups of the token; roles of others are dropped
 * @param branch code of the branch that a branch system belongs to, or null
 */
public record Identity(String user, String displayName, Set<Role> roles, String branch) {
  private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9-]{1,20}");
  private static final String SERVICE_ACCOUNT = "service-account-";

  public Identity {
    Objects.requireNonNull(user, "user");
    roles = Set.copyOf(roles);
  }

  /**
   * Reads an identity out of verified claims.
   *
   * @throws IllegalArgumentException when the claims name nobody or carry a malformed branch
   */
  public static Identity ofClaims(Map<String, Object> claims) {
    String user = userOf(claims);
    String name = text(claims, "name");
    String branch = text(claims, "branch");
    if (branch != null && !BRANCH.matcher(branch).matches()) {
      throw new IllegalArgumentException("malformed branch claim");
    }
    return new Identity(user, name == null ? user : name, rolesOf(claims.get("groups")), branch);
  }

  private static String userOf(Map<String, Object> claims) {
    String account = text(claims, "preferred_username");
    String client = text(claims, "azp");
    // A client that acts for itself has the account "service-account-<client id>" in Keycloak.
    boolean actsForItself =
        account != null
            && client != null
            && account.equals(SERVICE_ACCOUNT + client.toLowerCase(Locale.ROOT));
    String user = actsForItself ? client : account != null ? account : text(claims, "sub");
    if (user == null) {
      throw new IllegalArgumentException("the token names nobody");
    }
    return user;
  }

  private static Set<Role> rolesOf(Object groups) {
    if (!(groups instanceof Collection<?> names)) {
      return Set.of();
    }
    return names.stream()
        .flatMap(name -> Role.ofKey(String.valueOf(name)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String value && !value.isBlank() ? value : null;
  }
}
