package com.heyi.shared.facade;

/**
 * A file with data of customers or cases that is about to leave the house. The trail keeps what it
 * was made of and its hash, by which one that turns up later is known again.
 */
public interface ExportedFile {
  /** Kind of file. */
  Object format();

  /** What narrowed what is in it; null where nothing can. */
  default String filter() {
    return null;
  }

  /** How many rows are in it. */
  long rows();

  /** Its SHA-256 in hexadecimal. */
  String sha256();

  /**
   * Notes it in the {@link ChangeLog} of the running call, under its hash.
   *
   * @param source kind of thing that it was made of, such as {@code report}
   * @param which which one
   */
  default void note(String source, Object which) {
    ChangeLog.note("export", sha256(), source, null, which);
    ChangeLog.note("export", sha256(), "filter", null, filter());
    ChangeLog.note("export", sha256(), "format", null, format());
    ChangeLog.note("export", sha256(), "rows", null, rows());
  }
}
