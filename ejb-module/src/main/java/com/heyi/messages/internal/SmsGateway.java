package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import com.heyi.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts short messages to the endpoint that is configured, as JSON with {@code messageId}, {@code
 * to}, {@code text} and {@code language}. Any answer of the 200s means taken; 401, 403 and 404 that
 * the gateway knows us not or is not there, which says nothing of the message; any other of the
 * 400s, but for 408 and 429, that it never will be taken.
 */
@ApplicationScoped
public class SmsGateway implements Gateway {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<Integer> CLOSED = Set.of(401, 403, 404);
  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;

  private final Optional<URI> url;
  private final Optional<String> token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  protected SmsGateway() {
    this(Optional.empty(), Optional.empty());
  }

  @Inject
  public SmsGateway(
      @ConfigProperty(name = "heyi.messages.sms.url") Optional<URI> url,
      @ConfigProperty(name = "heyi.messages.sms.token") Optional<String> token) {
    this.url = url;
    this.token = token;
  }

  @Override
  public MessageChannel channel() {
    return MessageChannel.SMS;
  }

  @Override
  public boolean isReady() {
    return url.isPresent();
  }

  @Override
  public void send(Parcel parcel) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("messageId", parcel.id().toString());
    body.put("to", parcel.to());
    body.put("text", parcel.wording().text());
    body.put("language", parcel.language().toLanguageTag());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.orElseThrow())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", parcel.id().toString())
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body), StandardCharsets.UTF_8));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    int status = answer(request.build());
    if (CLOSED.contains(status)) {
      throw NotDelivered.closed(MessageError.SMS_CLOSED, "The gateway answered " + status);
    } else if (status >= 400 && status < 500 && status != TIMED_OUT && status != TOO_MANY) {
      throw new NotDelivered(MessageError.SMS_REFUSED, true, "The gateway answered " + status);
    } else if (status < 200 || status >= 300) {
      throw new NotDelivered(MessageError.SMS_FAILED, false, "The gateway answered " + status);
    }
  }

  private int answer(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new NotDelivered(
          MessageError.SMS_FAILED, false, "The gateway does not answer: " + e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotDelivered(MessageError.SMS_FAILED, false, "Interrupted");
    }
  }
}
