package com.heyi.web.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows as CSV (RFC 4180) in UTF-8, with the mark by which spreadsheets recognise it, and without
 * {@linkplain NoFormula formulas}.
 */
final class CsvRows implements RowFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter csv;
  private final Function<Object, String> text;

  CsvRows(OutputStream out, List<String> headers, Function<Object, String> text)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.append(BYTE_ORDER_MARK);
    this.csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    this.text = text;
    csv.printRecord(headers);
  }

  @Override
  public void row(List<?> values) throws IOException {
    csv.printRecord(values.stream().map(this::cell).toList());
  }

  @Override
  public void note(String line) throws IOException {
    csv.printRecord(NoFormula.of(line));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private String cell(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number ? value.toString() : NoFormula.of(text.apply(value));
  }
}
