package com.heyi.web.ui;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.text.Texts;
import com.heyi.web.errors.FacesErrors;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
  public static final int MOST_ROWS = FileFormat.XLSX.mostRows();

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
    return of(titleKey, list.everything());
  }

  /** An export of rows that a page has at hand. The key's text names the sheet and the file. */
  public static <V> XlsxExport<V> of(String titleKey, Collection<V> rows) {
    return of(titleKey, rows.iterator());
  }

  private static <V> XlsxExport<V> of(String titleKey, Iterator<V> rows) {
    Locale locale = TextsMap.locale();
    Clock clock = CDI.current().select(Clock.class).get();
    return new XlsxExport<>(Texts.get(locale, titleKey), rows, locale, clock);
  }

  /** Adds a column; the key's text is its header. */
  public XlsxExport<V> column(String headerKey, Function<V, ?> value) {
    columns.add(new Column<>(headerKey, value));
    return this;
  }

  /** Answers the running request with the workbook. When it is refused, the page says why. */
  public void send() {
    FacesContext faces = FacesContext.getCurrentInstance();
    try (ListFile<V> file = ListFile.titled(title, FileFormat.XLSX, locale, clock)) {
      fill(file);
      file.send(faces);
    } catch (HeyiException e) {
      FacesErrors.tell(faces, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the workbook. */
  void write(OutputStream out) throws IOException {
    try (ListFile<V> file = ListFile.titled(title, FileFormat.XLSX, locale, clock)) {
      fill(file);
      file.copyTo(out);
    }
  }

  private void fill(ListFile<V> file) {
    columns.forEach(column -> file.column(column.headerKey(), column.value()));
    int written = 0;
    while (written < MOST_ROWS && rows.hasNext()) {
      file.row(rows.next());
      written++;
    }
    file.finish(rows.hasNext());
  }

  private record Column<V>(String headerKey, Function<V, ?> value) {}
}
