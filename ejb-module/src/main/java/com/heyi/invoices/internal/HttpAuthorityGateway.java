package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceView;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts invoices to the endpoint that is configured, as JSON. An answer of the 200s carries {@code
 * {"number": "20 digits"}}; 401, 403 and 404 say that the endpoint knows us not or is not there,
 * which says nothing of the invoice; any other of the 400s, but for 408 and 429, that it will not
 * be issued as it is, with {@code {"reason": "…"}}.
 */
@ApplicationScoped
public class HttpAuthorityGateway implements AuthorityGateway {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<Integer> CLOSED = Set.of(401, 403, 404);
  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{20}");

  private final Optional<URI> url;
  private final Optional<String> token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  protected HttpAuthorityGateway() {
    this(Optional.empty(), Optional.empty());
  }

  @Inject
  public HttpAuthorityGateway(
      @ConfigProperty(name = "heyi.invoices.gateway.url") Optional<URI> url,
      @ConfigProperty(name = "heyi.invoices.gateway.token") Optional<String> token) {
    this.url = url;
    this.token = token;
  }

  @Override
  public boolean isReady() {
    return url.isPresent();
  }

  @Override
  public String issue(InvoiceView invoice, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.orElseThrow())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .header("Idempotency-Key", key)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Json.write(body(invoice)), StandardCharsets.UTF_8));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    HttpResponse<String> answer = answer(request.build());
    int status = answer.statusCode();
    if (CLOSED.contains(status)) {
      throw NotIssued.now(InvoiceError.GATEWAY_CLOSED, "The endpoint answered " + status);
    } else if (status >= 400 && status < 500 && status != TIMED_OUT && status != TOO_MANY) {
      throw NotIssued.refused(text(answer.body(), "reason").orElse("HTTP " + status));
    } else if (status < 200 || status >= 300) {
      throw NotIssued.now(InvoiceError.GATEWAY_FAILED, "The endpoint answered " + status);
    }
    return text(answer.body(), "number")
        .filter(number -> NUMBER.matcher(number).matches())
        .orElseThrow(
            () ->
                NotIssued.now(
                    InvoiceError.GATEWAY_FAILED, "The endpoint answered without a number"));
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
    body.put("quantity", line.quantity());
    body.put("unitPrice", line.price().amount());
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

  private HttpResponse<String> answer(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw NotIssued.now(
          InvoiceError.GATEWAY_FAILED, "The endpoint does not answer: " + e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotIssued.now(InvoiceError.GATEWAY_FAILED, "Interrupted");
    }
  }
}
