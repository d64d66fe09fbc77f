package com.heyi.web.ui;

import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Sha256;
import jakarta.faces.context.FacesContext;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list on its way into a file. Rows are written as they come, to a file on disk, so that memory
 * stays flat and the hash of the whole file is known before any of it is handed over. Closing it
 * deletes the file.
 *
 * <pre>{@code
 * try (ListFile<AuditEntryView> file = ListFile.of("page.audit.title", format, locale, clock)) {
 *   file.column("page.audit.when", AuditEntryView::recordedAt);
 *   rows.forEach(file::row);
 *   String hash = file.finish(cut);
 *   ...
 *   file.send(faces);
 * }
 * }</pre>
 *
 * @param <V> the view record of a row
 */
public final class ListFile<V> implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ListFile.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final String title;
  private final FileFormat format;
  private final Locale locale;
  private final Clock clock;
  private final List<String> headers = new ArrayList<>();
  private final List<Function<V, ?>> values = new ArrayList<>();
  private Path path;
  private DigestOutputStream out;
  private RowFile rows;

  private ListFile(String title, FileFormat format, Locale locale, Clock clock) {
    this.title = title;
    this.format = format;
    this.locale = locale;
    this.clock = clock;
  }

  /** A file whose title is the key's text. */
  public static <V> ListFile<V> of(String titleKey, FileFormat format, Locale locale, Clock clock) {
    return new ListFile<>(Texts.get(locale, titleKey), format, locale, clock);
  }

  static <V> ListFile<V> titled(String title, FileFormat format, Locale locale, Clock clock) {
    return new ListFile<>(title, format, locale, clock);
  }

  /** Adds a column; the key's text is its header. Columns come before rows. */
  public ListFile<V> column(String headerKey, Function<V, ?> value) {
    headers.add(Texts.get(locale, headerKey));
    values.add(value);
    return this;
  }

  public FileFormat format() {
    return format;
  }

  /** Adds a row. */
  public void row(V row) {
    try {
      open().row(values.stream().map(value -> value.apply(row)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the file.
   *
   * @param cut whether it lacks rows, which it then says
   * @return SHA-256 of the file in hexadecimal
   */
  public String finish(boolean cut) {
    try {
      RowFile file = open();
      if (cut) {
        file.note(Texts.get(locale, "ui.export.cut", format.mostRows()));
      }
      file.close();
      out.close();
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down that a file was made, before it is handed over. */
  @FunctionalInterface
  public interface Noting {
    /**
     * @param rows how many rows are in it
     * @param sha256 its hash in hexadecimal
     */
    void note(long rows, String sha256);
  }

  /**
   * Takes as many of these rows as a file of its format does, ends it, and has it noted; when that
   * fails there is no file.
   *
   * @param left whether it lacks rows beside these
   * @return this
   */
  public ListFile<V> filled(List<V> all, boolean left, Noting noting) {
    try {
      int most = format.mostRows();
      all.stream().limit(most).forEach(this::row);
      String sha256 = finish(left || all.size() > most);
      noting.note(Math.min(all.size(), most), sha256);
      return this;
    } catch (RuntimeException e) {
      discard();
      throw e;
    }
  }

  /** Answers the running request of a page with the finished file. */
  public void send(FacesContext faces) {
    try {
      Download.send(faces, format.mediaType(), disposition(), this::copyTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the finished file there. */
  public void copyTo(OutputStream to) throws IOException {
    Files.copy(path, to);
  }

  /** Value of the header that names the file. */
  public String disposition() {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
    String ending = "-" + day + "." + format.ending();
    return Download.named("heyi" + ending, title + ending);
  }

  @Override
  public void close() throws IOException {
    if (path != null) {
      out.close();
      Files.deleteIfExists(path);
    }
  }

  /** Closes it after something else went wrong, which is what has to be told. */
  public void discard() {
    try {
      close();
    } catch (IOException e) {
      LOG.warn("An export that failed leaves {}", path, e);
    }
  }

  private RowFile open() throws IOException {
    if (rows == null) {
      path = Files.createTempFile("heyi-export-", "." + format.ending());
      out = new DigestOutputStream(Files.newOutputStream(path), Sha256.digest());
      rows =
          switch (format) {
            case XLSX -> new XlsxRows(out, title, headers, locale, clock.getZone());
            case CSV -> new CsvRows(out, headers, this::text);
            case PDF -> new PdfRows(out, title, headers, locale, this::text);
          };
    }
    return rows;
  }

  /** How a value stands in a file that knows texts only. */
  private String text(Object value) {
    if (value instanceof Instant instant) {
      return TIME.format(instant.atZone(clock.getZone()));
    }
    if (value instanceof Enum<?> constant) {
      return Texts.of(locale, constant);
    }
    if (value instanceof Boolean yes) {
      return Texts.get(locale, yes ? "ui.yes" : "ui.no");
    }
    return value.toString();
  }
}
