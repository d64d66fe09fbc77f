package com.heyi.mall.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Options of a family, or what a variant is in them, as they are stored: semicolons between. */
final class Options {
  private Options() {}

  static String text(List<String> options) {
    return options.stream().map(String::strip).collect(Collectors.joining(";"));
  }

  static List<String> of(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(";"));
  }
}
