package com.heyi.web.ui;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.web.errors.FacesErrors;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

/**
 * Writes a list into a workbook: every row that the filters of the page let through, up to {@link
 * #MOST_ROWS}, with times as times and numbers as numbers. Rows are read by cursor and flushed to
 * disk as they come, so that memory does not grow with the list.
 *
 * <pre>{@code
 * public void export() {
 *   XlsxExport.of("page.audit.title", list)
 *       .column("page.audit.when", AuditEntryView::recordedAt)
 *       .send();
 * }
 * }</pre>
 *
 * @param <V> the view record of a row
 */
public final class XlsxExport<V> {
  /** Where the export stops; the sheet says so when it does. */
  public static final int MOST_ROWS = 100_000;

  private static final int ROWS_IN_MEMORY = 100;
  private static final int COLUMN_WIDTH = 20 * 256;
  private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final String title;
  private final Iterator<V> rows;
  private final Locale locale;
  private final Clock clock;
  private final List<Column<V>> columns = new ArrayList<>();

  XlsxExport(String title, Iterator<V> rows, Locale locale, Clock clock) {
    this.title = title;
    this.rows = rows;
    this.locale = locale;
    this.clock = clock;
  }

  /** An export of a page's list. The key's text names the sheet and the file. */
  public static <V> XlsxExport<V> of(String titleKey, LazyList<V> list) {
    Locale locale = TextsMap.locale();
    Clock clock = CDI.current().select(Clock.class).get();
    return new XlsxExport<>(Texts.get(locale, titleKey), list.everything(), locale, clock);
  }

  /** Adds a column; the key's text is its header. */
  public XlsxExport<V> column(String headerKey, Function<V, ?> value) {
    columns.add(new Column<>(Texts.get(locale, headerKey), value));
    return this;
  }

  /** Answers the running request with the workbook. When it is refused, the page says why. */
  public void send() {
    FacesContext faces = FacesContext.getCurrentInstance();
    try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      book.setCompressTempFiles(true);
      fill(book);
      ExternalContext answer = faces.getExternalContext();
      answer.responseReset();
      answer.setResponseContentType(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      answer.setResponseHeader("Content-Disposition", disposition());
      answer.setResponseHeader("Cache-Control", "no-store");
      book.write(answer.getResponseOutputStream());
      faces.responseComplete();
    } catch (HeyiException e) {
      FacesErrors.tell(faces, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the workbook. */
  void write(OutputStream out) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      fill(book);
      book.write(out);
    }
  }

  private void fill(SXSSFWorkbook book) {
    Styles styles = new Styles(book);
    SXSSFSheet sheet = book.createSheet(title);
    Row header = sheet.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      sheet.setColumnWidth(i, COLUMN_WIDTH);
      Cell cell = header.createCell(i);
      cell.setCellStyle(styles.header);
      cell.setCellValue(columns.get(i).header());
    }
    sheet.createFreezePane(0, 1);
    int written = 0;
    while (written < MOST_ROWS && rows.hasNext()) {
      V row = rows.next();
      written++;
      Row line = sheet.createRow(written);
      for (int i = 0; i < columns.size(); i++) {
        put(line, i, columns.get(i).value().apply(row), styles);
      }
    }
    if (rows.hasNext()) {
      Cell cut = sheet.createRow(written + 1).createCell(0);
      cut.setCellStyle(styles.header);
      cut.setCellValue(Texts.get(locale, "ui.export.cut", MOST_ROWS));
    }
    sheet.setAutoFilter(new CellRangeAddress(0, written, 0, columns.size() - 1));
  }

  private void put(Row line, int column, Object value, Styles styles) {
    if (value == null) {
      return;
    }
    Cell cell = line.createCell(column);
    if (value instanceof Instant instant) {
      cell.setCellStyle(styles.time);
      cell.setCellValue(LocalDateTime.ofInstant(instant, clock.getZone()));
    } else if (value instanceof LocalDate day) {
      cell.setCellStyle(styles.day);
      cell.setCellValue(day);
    } else if (value instanceof Points points) {
      cell.setCellStyle(styles.whole);
      cell.setCellValue(points.amount());
    } else if (value instanceof Money money) {
      cell.setCellStyle(styles.money);
      cell.setCellValue(money.amount().doubleValue());
    } else if (value instanceof Number number) {
      cell.setCellStyle(styles.whole);
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Enum<?> constant) {
      cell.setCellValue(Texts.of(locale, constant));
    } else if (value instanceof Boolean yes) {
      cell.setCellValue(Texts.get(locale, yes ? "ui.yes" : "ui.no"));
    } else {
      putText(cell, value.toString(), styles);
    }
  }

  /** Text that looks like a formula is marked as text, so that no program works it out. */
  private static void putText(Cell cell, String text, Styles styles) {
    boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    if (risky) {
      cell.setCellStyle(styles.quoted);
    }
    cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  private String disposition() {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
    String name =
        URLEncoder.encode(title + "-" + day + ".xlsx", StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"heyi-" + day + ".xlsx\"; filename*=UTF-8''" + name;
  }

  private record Column<V>(String header, Function<V, ?> value) {}

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
