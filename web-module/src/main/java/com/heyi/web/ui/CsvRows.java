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
 * Rows as CSV (RFC 4180) in UTF-8, with the mark by which spreadsheets recognise it. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises.
 */
final class CsvRows implements RowFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

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
    csv.printRecord(guarded(line));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private String cell(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number ? value.toString() : guarded(text.apply(value));
  }

  private static String guarded(String text) {
    boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return risky ? "'" + text : text;
  }
}
