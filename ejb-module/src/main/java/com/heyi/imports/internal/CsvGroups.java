package com.heyi.imports.internal;

import com.heyi.imports.ImportError;
import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file (UTF-8, with a header; gzip is recognised) slice by slice. A slice holds whole
 * groups, so it may be larger than asked for.
 */
final class CsvGroups implements Closeable {
  private static final int GZIP_MAGIC = 0x8b1f;
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final ImportHandler handler;
  private final CountingInputStream counted;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private Row ahead;

  private CsvGroups(ImportHandler handler, Path file) throws IOException {
    this.handler = handler;
    counted = new CountingInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    parser = CSVParser.builder().setReader(reader(counted)).setFormat(FORMAT).get();
    header = parser.getHeaderNames();
    records = parser.iterator();
  }

  /**
   * Opens a file for a handler.
   *
   * @throws HeyiException {@link ImportError#COLUMNS_MISSING}, {@link ImportError#FILE_UNREADABLE}
   */
  static CsvGroups open(ImportHandler handler, Path file) throws IOException {
    CsvGroups groups;
    try {
      groups = new CsvGroups(handler, file);
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      if (!Files.isReadable(file)) {
        throw e;
      }
      throw unreadable(1, e);
    }
    List<String> missing = new ArrayList<>(handler.columns());
    missing.removeAll(groups.header);
    if (!missing.isEmpty()) {
      groups.close();
      throw new HeyiException(
          ImportError.COLUMNS_MISSING,
          String.join(", ", missing),
          String.join(", ", groups.header));
    }
    return groups;
  }

  /** Passes over records that an earlier job has dealt with. */
  void skip(long count) {
    for (long skipped = 0; skipped < count; skipped++) {
      if (next() == null) {
        return;
      }
    }
  }

  /** The next slice of at least this many records, or null at the end of the file. */
  Slice read(int atLeast) {
    List<List<ImportRecord>> groups = new ArrayList<>();
    ImportOutcome unfit = ImportOutcome.loaded(0);
    Map<Long, ImportRecord> byLine = new LinkedHashMap<>();
    List<ImportRecord> group = null;
    int size = 0;
    for (Row row = take(); row != null; row = take()) {
      boolean continues =
          row.fits() && group != null && handler.sameGroup(last(group), row.record());
      if (size >= atLeast && !continues) {
        ahead = row;
        break;
      }
      size++;
      byLine.put(row.record().line(), row.record());
      if (!row.fits()) {
        unfit =
            unfit.plus(
                ImportOutcome.rejected(
                    row.record(), ImportError.ROW_COLUMNS.code(), row.found(), header.size()));
      } else if (continues) {
        group.add(row.record());
      } else {
        group = new ArrayList<>(List.of(row.record()));
        groups.add(group);
      }
    }
    return size == 0 ? null : new Slice(groups, unfit, byLine, size, counted.count());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static ImportRecord last(List<ImportRecord> group) {
    return group.get(group.size() - 1);
  }

  private Row take() {
    if (ahead != null) {
      Row row = ahead;
      ahead = null;
      return row;
    }
    return next();
  }

  private Row next() {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord record = records.next();
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
        values.put(header.get(i), record.get(i));
      }
      return new Row(new ImportRecord(line, values), record.size(), record.isConsistent());
    } catch (UncheckedIOException | IllegalStateException e) {
      throw unreadable(line, e);
    }
  }

  private static HeyiException unreadable(long line, Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new HeyiException(
        ImportError.FILE_UNREADABLE,
        List.of(line, String.valueOf(cause.getMessage())),
        List.of(),
        e);
  }

  private static Reader reader(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() | in.read() << 8;
    in.reset();
    InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                plain,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private record Row(ImportRecord record, int found, boolean fits) {}

  /**
   * What one transaction deals with.
   *
   * @param groups the groups to load
   * @param unfit rejects found while reading
   * @param byLine all records of the slice by line
   * @param size number of records, unfit ones included
   * @param readBytes bytes of the file read up to its end
   */
  record Slice(
      List<List<ImportRecord>> groups,
      ImportOutcome unfit,
      Map<Long, ImportRecord> byLine,
      int size,
      long readBytes) {}
}
