package com.heyi.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Somebody who calls over HTTP. A POST gets a fresh idempotency key unless {@link #with} gives one.
 */
public final class Client {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private static final String KEY = "Idempotency-Key";

  private final Supplier<String> token;
  private final Map<String, String> headers;

  private Client(Supplier<String> token, Map<String, String> headers) {
    this.token = token;
    this.headers = headers;
  }

  /** A caller without any token. */
  public static Client nobody() {
    return new Client(() -> null, Map.of());
  }

  /** A caller with this bearer token. */
  public static Client bearing(String token) {
    return new Client(() -> token, Map.of());
  }

  /** A caller whose token is fetched for each call. */
  public static Client bearing(Supplier<String> token) {
    return new Client(token, Map.of());
  }

  /** The same caller with this header on every call; null leaves out one sent by default. */
  public Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(token, more);
  }

  public Client withKey(String key) {
    return with(KEY, key);
  }

  public Client ifMatch(String etag) {
    return with("If-Match", etag);
  }

  public Client speaking(String language) {
    return with("Accept-Language", language);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), null);
  }

  public Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json), "application/json");
  }

  public Answer put(String path, String json) {
    return send("PUT", path, BodyPublishers.ofString(json), "application/json");
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), null);
  }

  /** A POST with a body of any kind. */
  public Answer post(String path, byte[] body, String type) {
    return send("POST", path, BodyPublishers.ofByteArray(body), type);
  }

  /** Any request. */
  public Answer send(String method, String path, BodyPublisher body, String type) {
    return new Answer(sent(request(method, path, body, type), ofText()));
  }

  /** A GET of a file, byte by byte. */
  public HttpResponse<byte[]> file(String path) {
    return sent(
        request("GET", path, BodyPublishers.noBody(), null),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> as) {
    try {
      return HTTP.send(request, as);
    } catch (IOException e) {
      throw new AssertionError(request.method() + " " + request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A POST that does not wait for its answer. */
  public CompletableFuture<Answer> postLater(String path, String json) {
    HttpRequest request = request("POST", path, BodyPublishers.ofString(json), "application/json");
    return HTTP.sendAsync(request, ofText()).thenApply(Answer::new);
  }

  private HttpRequest request(String method, String path, BodyPublisher body, String type) {
    URI address = path.startsWith("http") ? URI.create(path) : RunningHeyi.get().at(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, body);
    Map<String, String> all = new LinkedHashMap<>();
    String bearer = token.get();
    if (bearer != null) {
      all.put("Authorization", "Bearer " + bearer);
    }
    if (type != null) {
      all.put("Content-Type", type);
    }
    if ("POST".equals(method)) {
      all.put(KEY, UUID.randomUUID().toString());
    }
    all.putAll(headers);
    all.forEach(
        (name, value) -> {
          if (value != null) {
            request.header(name, value);
          }
        });
    return request.build();
  }

  private static HttpResponse.BodyHandler<String> ofText() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }
}
