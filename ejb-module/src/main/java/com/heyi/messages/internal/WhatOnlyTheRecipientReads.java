package com.heyi.messages.internal;

import com.heyi.shared.facade.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What in a message is a key for whoever has it. The recipient gets it; of the staff nobody reads
 * it, for he could use it in the recipient's name.
 */
final class WhatOnlyTheRecipientReads {
  /** By template, which of its values: the link to a survey answers it. */
  private static final Map<String, Set<Integer>> KEYS = Map.of("survey.asked", Set.of(1));

  private WhatOnlyTheRecipientReads() {}

  /** The values of a message as somebody else may read them. */
  static List<String> hiddenFromOthers(String template, List<String> args) {
    List<String> shown = new ArrayList<>(args);
    KEYS.getOrDefault(template, Set.of()).stream()
        .filter(place -> place < shown.size())
        .forEach(place -> shown.set(place, Mask.ALL.of(shown.get(place))));
    return shown;
  }
}
