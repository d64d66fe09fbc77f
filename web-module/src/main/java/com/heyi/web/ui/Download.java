package com.heyi.web.ui;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file that is answered: how it is named, and how a page sends it instead of itself. */
public final class Download {
  private Download() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Value of the header that names a file whose name is of letters, digits, dots and dashes. */
  public static String named(String name) {
    return "attachment; filename=\"" + name + "\"";
  }

  /**
   * The same for a name that people have chosen (RFC 6266).
   *
   * @param plain for those who read no other than plain characters
   */
  public static String named(String plain, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return named(plain) + "; filename*=UTF-8''" + encoded;
  }

  /**
   * Answers the running request of a page with a file, which is kept nowhere on its way.
   *
   * @param disposition how it is named, see {@link #named}
   */
  public static void send(FacesContext faces, String mediaType, String disposition, Content content)
      throws IOException {
    ExternalContext answer = faces.getExternalContext();
    answer.responseReset();
    answer.setResponseContentType(mediaType);
    answer.setResponseHeader("Content-Disposition", disposition);
    answer.setResponseHeader("Cache-Control", "no-store");
    content.write(answer.getResponseOutputStream());
    faces.responseComplete();
  }
}
