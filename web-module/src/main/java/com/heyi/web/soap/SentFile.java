package com.heyi.web.soap;

import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.WebError;
import jakarta.activation.DataHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A file that came with a message. It is read from the wire only now, so what the SOAP runtime
 * finds wrong with it, such as that it is not there, is told here as the sender's fault.
 */
public final class SentFile extends InputStream {
  private final DataHandler file;
  private final InputStream content;

  private SentFile(DataHandler file) throws IOException {
    this.file = file;
    this.content = told(file::getInputStream);
  }

  /**
   * Opens it; reading throws {@link HeyiException} with {@link WebError#NOT_XML} where it is
   * broken.
   */
  public static InputStream of(DataHandler file) throws IOException {
    return new SentFile(file);
  }

  @Override
  public int read() throws IOException {
    return told(content::read);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return told(() -> content.read(bytes, offset, length));
  }

  /** The copy that the runtime made on the disk goes at once, not with the next collection. */
  @Override
  public void close() throws IOException {
    content.close();
    if (file instanceof Closeable copy) {
      copy.close();
    }
  }

  private interface Reading<T> {
    T now() throws IOException;
  }

  private static <T> T told(Reading<T> reading) throws IOException {
    try {
      return reading.now();
    } catch (HeyiException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new HeyiException(WebError.NOT_XML, List.of(), List.of(), e);
    }
  }
}
