package com.heyi.web.errors;

import com.heyi.shared.error.ErrorCode;

/** Errors that the edges find before any module is asked. */
public enum WebError implements ErrorCode {
  /** A POST came without {@code Idempotency-Key}. */
  KEY_MISSING("idempotency.key-missing", Kind.INVALID),
  /** The key is not 1 to 64 visible characters. */
  KEY_MALFORMED("idempotency.key-malformed", Kind.INVALID),
  /** A change came without {@code If-Match}. */
  VERSION_REQUIRED("version.required", Kind.PRECONDITION_REQUIRED),
  /** {@code If-Match} is not an entity tag that Heyi gave. */
  VERSION_MALFORMED("version.malformed", Kind.INVALID),
  /** The limit of a list is out of range. Argument: the greatest allowed. */
  LIMIT("paging.limit", Kind.INVALID),
  /** The body is longer than allowed. Argument: the limit in bytes. */
  TOO_LARGE("request.too-large", Kind.TOO_LARGE),
  /** A browser sent this from another site's page. */
  CROSS_SITE("request.cross-site", Kind.FORBIDDEN),
  /** The client has used up a budget of calls. Argument: seconds until he may call again. */
  TOO_MANY("request.too-many", Kind.TOO_MANY),
  /** A personal value stood in an address. Arguments: the filter, where to send it instead. */
  PERSONAL_IN_ADDRESS("request.personal-in-address", Kind.INVALID),
  /** The SOAP port has no such operation. */
  OPERATION_UNKNOWN("soap.operation-unknown", Kind.INVALID),
  /** The body is no SOAP message. */
  NOT_XML("request.not-xml", Kind.INVALID),
  /** The body is no JSON. Arguments: line, column. */
  NOT_JSON("request.not-json", Kind.INVALID),
  /** There is no body where one is needed. */
  BODY_MISSING("request.body-missing", Kind.INVALID);

  private final String code;
  private final Kind kind;

  WebError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
