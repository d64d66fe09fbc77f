package com.heyi.complaints;

/** What the desk suggests from a complaint's words. */
public enum TriageTarget {
  /** What it is about. */
  PRODUCT("product"),
  /** What went wrong. */
  ISSUE("issue"),
  /** Why it arose, by the ten causes of JR/T 0169. */
  CAUSE("cause"),
  /** How involved it will be: simple or complex. */
  SEVERITY("complexity");

  private final String column;

  TriageTarget(String column) {
    this.column = column;
  }

  /** The column of closed cases that it is learned from. */
  public String column() {
    return column;
  }
}
