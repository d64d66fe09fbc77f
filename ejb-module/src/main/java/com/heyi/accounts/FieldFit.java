package com.heyi.accounts;

/** How a field of two records fits. */
public enum FieldFit {
  SAME(100),
  /** The same but for traditional and simplified characters. */
  VARIANT(97),
  /** Read the same: other characters, or written in pinyin. */
  PINYIN(85),
  /** A slip of the pen apart. */
  CLOSE(70),
  DIFFERENT(0),
  /** One of the two does not say. */
  UNKNOWN(0);

  private final int percent;

  FieldFit(int percent) {
    this.percent = percent;
  }

  /** How much of the field's weight it earns, 0 to 100. */
  public int percent() {
    return percent;
  }
}
