package com.heyi.audit;

/** Takes the rows of an export and makes a file of them, without holding them all. */
public interface ExportSink {
  /** The next row. */
  void row(AuditEntryView entry);

  /**
   * Ends the file.
   *
   * @param cut whether there would have been more rows
   * @return SHA-256 of the finished file in hexadecimal
   */
  String finish(boolean cut);
}
