package com.heyi.audit;

import com.heyi.shared.error.ErrorCode;

/** Errors of the auditor's workplace. */
public enum AuditError implements ErrorCode {
  /** No history is kept of such records. Argument: the kind. */
  NO_HISTORY("audit.no-history", Kind.NOT_FOUND),
  /** The record has no such version. Argument: the revision. */
  NO_VERSION("audit.no-version", Kind.NOT_FOUND),
  /** The field does not exist or is not masked. Argument: the field. */
  NOT_MASKED("audit.not-masked", Kind.RULE),
  /** The auditor keeps a search under this name already. Argument: the name. */
  SEARCH_DUPLICATE("audit.search-duplicate", Kind.CONFLICT),
  /** The auditor keeps as many searches as he may. Argument: how many. */
  SEARCHES_FULL("audit.searches-full", Kind.RULE);

  private final String code;
  private final Kind kind;

  AuditError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
