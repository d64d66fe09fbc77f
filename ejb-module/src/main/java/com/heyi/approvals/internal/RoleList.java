package com.heyi.approvals.internal;

import com.heyi.shared.facade.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Roles as one text, each between commas, so that one can be looked for. */
final class RoleList {
  private RoleList() {}

  static String text(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::key).collect(Collectors.joining(",", ",", ","));
  }

  static List<Role> read(String text) {
    return Arrays.stream(text.split(","))
        .flatMap(key -> Role.ofKey(key).stream())
        .sorted()
        .toList();
  }
}
