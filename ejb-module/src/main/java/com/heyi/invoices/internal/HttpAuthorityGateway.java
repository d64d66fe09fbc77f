package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceView;
import com.heyi.shared.json.Json;
import com.heyi.shared.json.JsonEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts invoices to the endpoint that is configured, as JSON. An answer of the 200s carries {@code
 * {"number": "20 digits"}}; so may 409, for what was issued under this key before. Without a number
 * 409 says that it is being dealt with, and is asked again under the same key. 401, 403 and 404 say
 * that the endpoint knows us not or is not there, which says nothing of the invoice; any other of
 * the 400s, but for 408, 409 and 429, that it will not be issued as it is, with {@code {"reason":
 * "…"}}.
 */
@ApplicationScoped
public class HttpAuthorityGateway implements AuthorityGateway {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{20}");

  private final JsonEndpoint endpoint;

  protected HttpAuthorityGateway() {
    this(Optional.empty(), Optional.empty());
  }

  @Inject
  public HttpAuthorityGateway(
      @ConfigProperty(name = "heyi.invoices.gateway.url") Optional<URI> url,
      @ConfigProperty(name = "heyi.invoices.gateway.token") Optional<String> token) {
    this.endpoint = new JsonEndpoint(url, token);
  }

  @Override
  public boolean isReady() {
    return endpoint.isConfigured();
  }

  @Override
  public String issue(InvoiceView invoice, String key) {
    JsonEndpoint.Answer answer = endpoint.ask(key, body(invoice));
    return switch (answer.verdict()) {
      case TAKEN -> number(answer);
      case CLOSED -> throw NotIssued.now(InvoiceError.GATEWAY_CLOSED, answer.detail());
      case REFUSED ->
          throw NotIssued.refused(text(answer.body(), "reason").orElse("HTTP " + answer.status()));
      case FAILED -> {
        if (answer.isKeyKnown()) {
          yield number(answer);
        }
        throw NotIssued.now(InvoiceError.GATEWAY_FAILED, answer.detail());
      }
    };
  }

  private static String number(JsonEndpoint.Answer answer) {
    return text(answer.body(), "number")
        .filter(number -> NUMBER.matcher(number).matches())
        .orElseThrow(
            () ->
                NotIssued.now(InvoiceError.GATEWAY_FAILED, answer.detail() + " without a number"));
  }

  private static Map<String, Object> body(InvoiceView invoice) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("requestId", invoice.row().id());
    body.put("requestNumber", invoice.row().number());
    body.put("kind", invoice.row().kind());
    body.put("blueNumber", invoice.blue() == null ? null : invoice.blue().officialNumber());
    body.put("sellerName", invoice.sellerName());
    body.put("sellerTaxNumber", invoice.sellerTaxNumber());
    body.put("buyerKind", invoice.buyer().kind());
    body.put("buyerName", invoice.buyer().title());
    body.put("buyerTaxNumber", invoice.buyer().taxNumber());
    body.put("amount", invoice.row().net().amount());
    body.put("tax", invoice.row().tax().amount());
    body.put("total", invoice.row().gross().amount());
    body.put("lines", invoice.lines().stream().map(HttpAuthorityGateway::line).toList());
    return body;
  }

  private static Map<String, Object> line(InvoiceView.Line line) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", line.name());
    body.put("taxCode", line.taxCode());
    body.put("quantity", line.toldQuantity());
    body.put("unitPrice", line.toldPrice());
    body.put("ratePercent", line.percent());
    body.put("amount", line.net().amount());
    body.put("tax", line.tax().amount());
    body.put("total", line.gross().amount());
    return body;
  }

  /** A text of the answer's object, or empty when there is none. */
  private static Optional<String> text(String body, String field) {
    try {
      Object read = Json.read(body, Map.class);
      return read instanceof Map<?, ?> fields
          ? Optional.ofNullable(fields.get(field)).map(Object::toString)
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      // An answer that is no JSON is one without the field, which the caller deals with.
      return Optional.empty();
    }
  }
}
