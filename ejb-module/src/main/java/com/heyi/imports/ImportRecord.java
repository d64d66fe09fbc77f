package com.heyi.imports;

import java.util.Map;

/**
 * One record of a file.
 *
 * @param line number of the line on which the record begins, the header being line 1
 * @param values values by column name; empty where the file has none
 */
public record ImportRecord(long line, Map<String, String> values) {

  /** The value of a column, stripped; empty text when there is none. */
  public String get(String column) {
    return values.getOrDefault(column, "").strip();
  }

  public boolean isBlank(String column) {
    return get(column).isEmpty();
  }
}
