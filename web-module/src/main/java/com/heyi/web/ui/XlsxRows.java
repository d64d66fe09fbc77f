package com.heyi.web.ui;

import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Rows as a workbook, with times as times and numbers as numbers, flushed to disk as they come. */
final class XlsxRows implements RowFile {
  private static final int ROWS_IN_MEMORY = 100;
  private static final int COLUMN_WIDTH = 20 * 256;
  private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final OutputStream out;
  private final Locale locale;
  private final ZoneId zone;
  private final SXSSFWorkbook book;
  private final SXSSFSheet sheet;
  private final Styles styles;
  private final int columns;
  private int written;
  private int noted;

  XlsxRows(OutputStream out, String title, List<String> headers, Locale locale, ZoneId zone) {
    this.out = out;
    this.locale = locale;
    this.zone = zone;
    book = new SXSSFWorkbook(ROWS_IN_MEMORY);
    book.setCompressTempFiles(true);
    styles = new Styles(book);
    sheet = book.createSheet(title);
    columns = headers.size();
    Row header = sheet.createRow(0);
    for (int i = 0; i < columns; i++) {
      sheet.setColumnWidth(i, COLUMN_WIDTH);
      Cell cell = header.createCell(i);
      cell.setCellStyle(styles.header);
      cell.setCellValue(headers.get(i));
    }
    sheet.createFreezePane(0, 1);
  }

  @Override
  public void row(List<?> values) {
    written++;
    Row line = sheet.createRow(written);
    for (int i = 0; i < values.size(); i++) {
      put(line, i, values.get(i));
    }
  }

  @Override
  public void note(String text) {
    noted++;
    Cell cell = sheet.createRow(written + noted).createCell(0);
    cell.setCellStyle(styles.header);
    cell.setCellValue(text);
  }

  @Override
  public void close() throws IOException {
    try (book) {
      sheet.setAutoFilter(new CellRangeAddress(0, written, 0, columns - 1));
      book.write(out);
    }
  }

  private void put(Row line, int column, Object value) {
    if (value == null) {
      return;
    }
    Cell cell = line.createCell(column);
    if (value instanceof Instant instant) {
      cell.setCellStyle(styles.time);
      cell.setCellValue(LocalDateTime.ofInstant(instant, zone));
    } else if (value instanceof LocalDate day) {
      cell.setCellStyle(styles.day);
      cell.setCellValue(day);
    } else if (value instanceof Points points) {
      cell.setCellStyle(styles.whole);
      cell.setCellValue(points.amount());
    } else if (value instanceof Money money) {
      cell.setCellStyle(styles.money);
      cell.setCellValue(money.amount().doubleValue());
    } else if (value instanceof BigDecimal fraction) {
      cell.setCellStyle(styles.money);
      cell.setCellValue(fraction.doubleValue());
    } else if (value instanceof Number number) {
      cell.setCellStyle(styles.whole);
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Enum<?> constant) {
      cell.setCellValue(Texts.of(locale, constant));
    } else if (value instanceof Boolean yes) {
      cell.setCellValue(Texts.get(locale, yes ? "ui.yes" : "ui.no"));
    } else {
      putText(cell, value.toString());
    }
  }

  /** Text that looks like a formula is marked as text, so that no program works it out. */
  private void putText(Cell cell, String text) {
    boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    if (risky) {
      cell.setCellStyle(styles.quoted);
    }
    cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  /** The few cell styles of a workbook. */
  private static final class Styles {
    private final CellStyle header;
    private final CellStyle time;
    private final CellStyle day;
    private final CellStyle whole;
    private final CellStyle money;
    private final CellStyle quoted;

    Styles(SXSSFWorkbook book) {
      header = book.createCellStyle();
      Font bold = book.createFont();
      bold.setBold(true);
      header.setFont(bold);
      header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      time = formatted(book, "yyyy-mm-dd hh:mm:ss");
      day = formatted(book, "yyyy-mm-dd");
      whole = formatted(book, "#,##0");
      money = formatted(book, "#,##0.00");
      quoted = book.createCellStyle();
      quoted.setQuotePrefixed(true);
    }

    private static CellStyle formatted(SXSSFWorkbook book, String format) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(format));
      return style;
    }
  }
}
