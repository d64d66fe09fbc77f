package com.heyi.audit.chain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of {@code audit.entry} in the order in which they enter the hash: all but the hash
 * itself. The expression gives each in the one form in which it is hashed.
 */
public enum EntryColumn {
  LANE("lane", "::text"),
  SEQ("seq", "::text"),
  ID("id", "::text"),
  RECORDED_AT("recorded_at", null) {
    @Override
    String expression() {
      return "trunc(extract(epoch from recorded_at) * 1000000)::text";
    }
  },
  WHO("who", ""),
  ROLES("roles", ""),
  BRANCH("branch", ""),
  ADDRESS("address", ""),
  CHANNEL("channel", ""),
  REQUEST_ID("request_id", ""),
  MODULE("module", ""),
  ACTION("action", ""),
  TARGET("target", ""),
  REASON("reason", ""),
  CHANGE("change", "::text"),
  OUTCOME("outcome", ""),
  ERROR_CODE("error_code", ""),
  CHANGES("changes", "::text"),
  APPROVAL("approval", "::text"),
  REVISION("revision", "::text"),
  VERSIONS("versions", ""),
  SHOWN("shown", "::text");

  /** Names the form of the hash of rows that vouch for no versions, as all did once. */
  private static final String WITHOUT_VERSIONS = "heyi-audit-1";

  /** Names the form of rows that vouch for versions. */
  private static final String WITH_VERSIONS = "heyi-audit-2";

  /** Names the form of rows that tell whom a read has shown. */
  private static final String WITH_SHOWN = "heyi-audit-3";

  private final String column;
  private final String cast;

  EntryColumn(String column, String cast) {
    this.column = column;
    this.cast = cast;
  }

  /** Name of the column. */
  public String column() {
    return column;
  }

  /**
   * The hash of a row.
   *
   * @param previous hash of the row before it
   * @param values what it holds, in the order of these columns
   */
  static String hash(String previous, List<String> values) {
    if (values.get(SHOWN.ordinal()) != null) {
      return Hashes.of(previous, WITH_SHOWN, values);
    }
    return values.get(VERSIONS.ordinal()) == null
        ? Hashes.of(previous, WITHOUT_VERSIONS, values.subList(0, VERSIONS.ordinal()))
        : Hashes.of(previous, WITH_VERSIONS, values.subList(0, SHOWN.ordinal()));
  }

  /** The column as the text that is hashed, in SQL. */
  String expression() {
    return column + cast;
  }

  /** All of them for a select list. */
  static String expressions() {
    return Arrays.stream(values()).map(EntryColumn::expression).collect(Collectors.joining(", "));
  }
}
