package com.heyi.imports.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, for the progress of an import. */
final class CountingInputStream extends FilterInputStream {
  private long count;
  private long marked;

  CountingInputStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count++;
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count += read;
    }
    return read;
  }

  @Override
  public void mark(int limit) {
    super.mark(limit);
    marked = count;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    count = marked;
  }
}
