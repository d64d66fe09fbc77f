package com.heyi.messages.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where a message names a customer by his id, so that nobody's name is kept with another's. Nowhere
 * else is a name looked up: other values are words of people, who could ask for any name by them.
 */
final class WhatNamesACustomer {
  private static final String FORM = "customer:";

  /** By template, which of its values: the child whose payment was declined. */
  private static final Map<String, Set<Integer>> NAMES = Map.of("family.DECLINED", Set.of(1));

  private WhatNamesACustomer() {}

  /** The customer that a message names by this value; empty when it names none. */
  static Optional<UUID> in(String template, int place, String value) {
    return NAMES.getOrDefault(template, Set.of()).contains(place) && value.startsWith(FORM)
        ? Optional.of(UUID.fromString(value.substring(FORM.length())))
        : Optional.empty();
  }
}
