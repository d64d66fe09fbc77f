package com.heyi.imports;

import com.heyi.shared.error.ErrorCode;

/** What can be wrong with an import as a whole. */
public enum ImportError implements ErrorCode {
  /** No module loads this kind. Arguments: the kind, the known ones. */
  KIND_UNKNOWN("import.kind-unknown", Kind.INVALID),
  /** The file is larger than allowed. Argument: bytes allowed. */
  FILE_TOO_LARGE("import.file-too-large", Kind.TOO_LARGE),
  FILE_EMPTY("import.file-empty", Kind.INVALID),
  /** The header lacks columns. Arguments: the missing ones, those found. */
  COLUMNS_MISSING("import.columns-missing", Kind.RULE),
  /** The file is no CSV in UTF-8. Arguments: the line, what is wrong. */
  FILE_UNREADABLE("import.file-unreadable", Kind.RULE),
  /** The same file is being imported at this moment. Argument: id of that run. */
  ALREADY_RUNNING("import.already-running", Kind.CONFLICT),
  /** The run is not in a state in which this can be done. Argument: its status. */
  WRONG_STATUS("import.wrong-status", Kind.CONFLICT),
  /** The uploaded file is no longer kept, so the run cannot go on; the file may be sent again. */
  FILE_GONE("import.file-gone", Kind.RULE),
  /** A row has not as many columns as the header. Arguments: found, expected. */
  ROW_COLUMNS("import.row-columns", Kind.RULE);

  private final String code;
  private final Kind kind;

  ImportError(String code, Kind kind) {
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
