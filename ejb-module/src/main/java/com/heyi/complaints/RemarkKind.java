package com.heyi.complaints;

/** What somebody says to the bank that is no complaint. */
public enum RemarkKind {
  /** How something could be better (建议). */
  SUGGESTION,
  /** That something was good (表扬); it counts for who is named. */
  PRAISE
}
