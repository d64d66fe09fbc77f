package com.heyi.shared.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint of another house that is configured, to which JSON is posted under a key by which it
 * knows what it has already. It waits ten seconds at the most.
 */
public final class JsonEndpoint {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<Integer> CLOSED = Set.of(401, 403, 404);
  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;
  private static final Set<Integer> LATER = Set.of(TIMED_OUT, Answer.KEY_IS_KNOWN, TOO_MANY);

  private final Optional<URI> url;
  private final Optional<String> token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param url where it is; empty when none is configured
   * @param token what it knows us by; empty when it asks for none
   */
  public JsonEndpoint(Optional<URI> url, Optional<String> token) {
    this.url = url;
    this.token = token;
  }

  /** What an answer says of what was posted. */
  public enum Verdict {
    /** Any of the 200s: it was taken. */
    TAKEN,
    /** Any other of the 400s, but for 408, 409 and 429: it never will be taken as it is. */
    REFUSED,
    /** 401, 403 and 404: it knows us not or is not there, which says nothing of what was posted. */
    CLOSED,
    /**
     * Anything else, and no answer: its turn may come again. So says 409 of a key that is repeated:
     * what was posted under it before is being dealt with
     * (draft-ietf-httpapi-idempotency-key-header), or is done; by no means is it refused.
     */
    FAILED
  }

  /**
   * An answer, or that there was none.
   *
   * @param status of HTTP; 0 when there was no answer
   * @param body as it was read; null when there was no answer or nobody reads it
   * @param detail for the log, without what was posted
   */
  public record Answer(Verdict verdict, int status, String body, String detail) {
    private static final int KEY_IS_KNOWN = 409;

    /** Whether it says that something was posted under the key before. */
    public boolean isKeyKnown() {
      return status == KEY_IS_KNOWN;
    }
  }

  /** Whether one is configured. */
  public boolean isConfigured() {
    return url.isPresent();
  }

  /** Posts, and reads nothing but the status. */
  public Answer post(String key, Object body) {
    return sent(request(key, body), BodyHandlers.replacing(null));
  }

  /** Posts, and reads what is answered. */
  public Answer ask(String key, Object body) {
    return sent(
        request(key, body).header("Accept", "application/json"),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String key, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.orElseThrow())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", key)
            .POST(
                HttpRequest.BodyPublishers.ofString(Json.writePlain(body), StandardCharsets.UTF_8));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private Answer sent(HttpRequest.Builder request, BodyHandler<String> reads) {
    try {
      HttpResponse<String> answer = client.send(request.build(), reads);
      int status = answer.statusCode();
      return new Answer(verdict(status), status, answer.body(), "The endpoint answered " + status);
    } catch (IOException e) {
      return new Answer(
          Verdict.FAILED, 0, null, "The endpoint does not answer: " + e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(Verdict.FAILED, 0, null, "Interrupted");
    }
  }

  private static Verdict verdict(int status) {
    if (CLOSED.contains(status)) {
      return Verdict.CLOSED;
    }
    if (status >= 400 && status < 500 && !LATER.contains(status)) {
      return Verdict.REFUSED;
    }
    return status >= 200 && status < 300 ? Verdict.TAKEN : Verdict.FAILED;
  }
}
