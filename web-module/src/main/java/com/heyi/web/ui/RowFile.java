package com.heyi.web.ui;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file that grows by rows. Closing it finishes it. */
interface RowFile extends Closeable {
  /** Adds a row: texts, or times, days and numbers, which stay such where the format knows them. */
  void row(List<?> values) throws IOException;

  /** Adds a line that is no row. */
  void note(String text) throws IOException;
}
