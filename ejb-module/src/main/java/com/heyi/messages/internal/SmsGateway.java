package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import com.heyi.shared.json.JsonEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts short messages to the endpoint that is configured, as JSON with {@code messageId}, {@code
 * to}, {@code text} and {@code language}. Any answer of the 200s means taken; 401, 403 and 404 that
 * the gateway knows us not or is not there, which says nothing of the message; any other of the
 * 400s, but for 408, 409 and 429, that it never will be taken.
 */
@ApplicationScoped
public class SmsGateway implements Gateway {
  private final JsonEndpoint endpoint;

  protected SmsGateway() {
    this(Optional.empty(), Optional.empty());
  }

  @Inject
  public SmsGateway(
      @ConfigProperty(name = "heyi.messages.sms.url") Optional<URI> url,
      @ConfigProperty(name = "heyi.messages.sms.token") Optional<String> token) {
    this.endpoint = new JsonEndpoint(url, token);
  }

  @Override
  public MessageChannel channel() {
    return MessageChannel.SMS;
  }

  @Override
  public boolean isReady() {
    return endpoint.isConfigured();
  }

  @Override
  public void send(Parcel parcel) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("messageId", parcel.id().toString());
    body.put("to", parcel.to());
    body.put("text", parcel.wording().text());
    body.put("language", parcel.language().toLanguageTag());
    JsonEndpoint.Answer answer = endpoint.post(parcel.id().toString(), body);
    switch (answer.verdict()) {
      case TAKEN -> {}
      case CLOSED -> throw NotDelivered.closed(MessageError.SMS_CLOSED, answer.detail());
      case REFUSED -> throw new NotDelivered(MessageError.SMS_REFUSED, true, answer.detail());
      case FAILED -> throw new NotDelivered(MessageError.SMS_FAILED, false, answer.detail());
    }
  }
}
