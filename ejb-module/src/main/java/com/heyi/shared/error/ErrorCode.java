package com.heyi.shared.error;

/**
 * A stable code that callers may program against. Each module declares its own in one enum. The
 * code is also the key of the message in the module's texts.
 */
public interface ErrorCode {
  /** Stable, lower-case, {@code <thing>.<what-is-wrong>}. */
  String code();

  /** What sort of error it is. */
  Kind kind();

  /** Sorts of error; each has the HTTP status that the edges answer with. */
  enum Kind {
    /** No error: taken in, but not done yet. */
    ACCEPTED(202),
    /** The request itself is malformed. */
    INVALID(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    /** It collides with what exists or with what is going on. */
    CONFLICT(409),
    /** The record has moved on since the caller read it. */
    STALE(412),
    /** The request is larger than allowed. */
    TOO_LARGE(413),
    /** Well-formed, but a business rule says no. */
    RULE(422),
    /** A header that guards against lost updates is missing. */
    PRECONDITION_REQUIRED(428),
    /** The caller has used up what he may ask for in a time. */
    TOO_MANY(429),
    /** A service that is needed does not answer at present; the same later may go well. */
    UNAVAILABLE(503),
    /** A service that is needed is set up wrongly; nothing goes well until somebody mends that. */
    MISCONFIGURED(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}
