package com.heyi.web.ui;

/** Kinds of file that a list can be written to. */
public enum FileFormat {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 100_000),
  CSV("text/csv; charset=UTF-8", 100_000),
  /** For reading and filing; what is longer than a few thousand rows is not read. */
  PDF("application/pdf", 5_000);

  private final String mediaType;
  private final int mostRows;

  FileFormat(String mediaType, int mostRows) {
    this.mediaType = mediaType;
    this.mostRows = mostRows;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Where such a file stops; it says so when it does. */
  public int mostRows() {
    return mostRows;
  }

  /** The ending of its name. */
  public String ending() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
