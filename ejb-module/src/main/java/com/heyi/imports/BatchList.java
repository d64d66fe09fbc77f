package com.heyi.imports;

import java.util.Iterator;
import java.util.function.Function;

/**
 * The lines of the list that a batch works off, made one by one as they are written.
 *
 * @param <T> what each line names
 */
public final class BatchList<T> implements Iterator<String> {
  private final String header;
  private final Iterator<T> things;
  private final Function<T, String> line;
  private boolean begun;

  private BatchList(String header, Iterator<T> things, Function<T, String> line) {
    this.header = header;
    this.things = things;
    this.line = line;
  }

  /** A list with its header and a line for each thing. */
  public static <T> Iterator<String> of(
      String header, Iterator<T> things, Function<T, String> line) {
    return new BatchList<>(header, things, line);
  }

  @Override
  public boolean hasNext() {
    return !begun || things.hasNext();
  }

  @Override
  public String next() {
    if (!begun) {
      begun = true;
      return header;
    }
    return line.apply(things.next());
  }
}
