package com.heyi.web.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * An error as callers see it, by RFC 9457. SOAP faults and messages on pages are made of the same.
 *
 * @param type {@code about:blank}: the code says what went wrong
 * @param title what the HTTP status means
 * @param status HTTP status
 * @param detail what happened and what to do, in the caller's language
 * @param instance the request, as {@code urn:heyi:request:<request id>}
 * @param code stable code that callers may program against
 * @param errors what is wrong with single fields; empty when nothing is
 * @param approval the request for approval that the call waits by, when it was taken in but not
 *     done yet; else null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    List<Field> errors,
    UUID approval) {

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem that waits for nobody. */
  public Problem(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      String code,
      List<Field> errors) {
    this(type, title, status, detail, instance, code, errors, null);
  }

  /** The media type of problem documents. */
  public static final String JSON = "application/problem+json";

  /**
   * What is wrong with one field.
   *
   * @param field path of the field in the request
   * @param code stable code
   * @param message the same in the caller's language
   */
  public record Field(String field, String code, String message) {}

  /** The same for a call that waits for a second person. */
  Problem waitingBy(UUID request) {
    return new Problem(type, title, status, detail, instance, code, errors, request);
  }

  /** The id of the request that ended so. */
  public String requestId() {
    return instance.substring(INSTANCE.length());
  }

  static final String INSTANCE = "urn:heyi:request:";
}
