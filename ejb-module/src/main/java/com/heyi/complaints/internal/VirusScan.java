package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows files to the scanner that is configured: the file is posted to it; any answer of the 200s
 * means clean, 406 or 422 that it found something. A scanner that is configured and does not answer
 * lets nothing in.
 */
@ApplicationScoped
public class VirusScan {
  private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<Integer> FOUND = List.of(406, 422);

  private final Optional<URI> url;

  protected VirusScan() {
    this(Optional.empty());
  }

  @Inject
  public VirusScan(@ConfigProperty(name = "heyi.complaints.virus-scan.url") Optional<URI> url) {
    this.url = url;
  }

  /**
   * @return whether a scanner looked at it
   * @throws HeyiException {@link ComplaintError#FILE_INFECTED}, {@link
   *     ComplaintError#FILE_NOT_SCANNED}
   */
  boolean passes(Path file) {
    if (url.isEmpty()) {
      return false;
    }
    int status = answer(url.get(), file);
    if (FOUND.contains(status)) {
      throw new HeyiException(ComplaintError.FILE_INFECTED);
    } else if (status < 200 || status >= 300) {
      throw new HeyiException(ComplaintError.FILE_NOT_SCANNED);
    }
    return true;
  }

  private static int answer(URI url, Path file) {
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .version(HttpClient.Version.HTTP_1_1)
              .build();
      return client
          .send(
              HttpRequest.newBuilder(url)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/octet-stream")
                  .POST(HttpRequest.BodyPublishers.ofFile(file))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      LOG.warn("The scanner does not answer: {}", e.toString());
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
