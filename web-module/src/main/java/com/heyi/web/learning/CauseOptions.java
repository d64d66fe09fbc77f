package com.heyi.web.learning;

import com.heyi.learning.CauseView;
import jakarta.faces.model.SelectItem;
import java.util.List;

/** Root causes to choose from: those in use, each below the one that it belongs to. */
final class CauseOptions {
  private static final String INDENT = "\u3000";

  private CauseOptions() {}

  static List<SelectItem> of(List<CauseView> tree) {
    return tree.stream()
        .filter(cause -> cause.retiredOn() == null)
        .map(
            cause ->
                new SelectItem(
                    cause.code(), INDENT.repeat(cause.depth()) + cause.code() + " " + cause.name()))
        .toList();
  }
}
