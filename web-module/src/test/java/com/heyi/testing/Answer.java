package com.heyi.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back over HTTP. */
public record Answer(HttpResponse<String> response) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON with status " + status() + ": " + body(), e);
    }
  }

  /** The text at this JSON pointer or property name. */
  public String text(String property) {
    return json().path(property).asText();
  }

  /** The stable code of a problem document. */
  public String code() {
    return text("code");
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The header, or empty text. */
  public String headerText(String name) {
    return header(name).orElse("");
  }

  public String etag() {
    return header("ETag").orElseThrow(() -> new AssertionError("no ETag in " + this));
  }

  @Override
  public String toString() {
    return status() + " " + response.uri() + " " + body();
  }
}
