package com.heyi.shared.paging;

/**
 * An order by one field of a list.
 *
 * @param field name of the field as the list offers it
 * @param descending whether the greatest comes first
 */
public record Sort(String field, boolean descending) {
  public static Sort ascending(String field) {
    return new Sort(field, false);
  }

  public static Sort descending(String field) {
    return new Sort(field, true);
  }

  /** Reads {@code name} or {@code -name}. */
  public static Sort parse(String text) {
    return text.startsWith("-") ? descending(text.substring(1)) : ascending(text);
  }

  /** {@code name} or {@code -name}. */
  public String text() {
    return descending ? "-" + field : field;
  }
}
