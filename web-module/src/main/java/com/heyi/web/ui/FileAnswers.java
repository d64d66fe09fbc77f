package com.heyi.web.ui;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.paging.PagingError;
import com.heyi.web.errors.FacesErrors;
import jakarta.faces.context.FacesContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;

/** Hands over files that are made for one who asks by REST or on a page. */
public final class FileAnswers {
  private FileAnswers() {}

  /**
   * The kind of file that a query asks for.
   *
   * @param text its name in any case, or null
   * @param otherwise the kind when there is no text
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  public static FileFormat format(String text, FileFormat otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    return Arrays.stream(FileFormat.values())
        .filter(format -> format.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () -> new HeyiException(PagingError.FILTER_VALUE, "format", text, "xlsx, csv, pdf"));
  }

  /** The finished file as an answer of REST, which closes it. */
  public static Response answer(ListFile<?> file) {
    StreamingOutput body =
        out -> {
          try (file) {
            file.copyTo(out);
          }
        };
    return Response.ok(body, file.format().mediaType())
        .header("Content-Disposition", file.disposition())
        .build();
  }

  /**
   * Answers the running request of a page with a file; when it is refused, the page says why.
   *
   * @param made makes the file
   * @param format name of its kind
   */
  public static void send(BiFunction<FileFormat, Locale, ListFile<?>> made, String format) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try (ListFile<?> file =
        made.apply(FileFormat.valueOf(format), CallContext.current().locale())) {
      file.send(faces);
    } catch (HeyiException e) {
      FacesErrors.tell(faces, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
