package com.heyi.web.security;

/** Why a call was not let in. The codes are stable; callers may program against them. */
public enum AuthError {
  /** No bearer token came with the call. */
  TOKEN_MISSING("auth.token-missing", 401, null),
  /** The token was good once; fetch another. */
  TOKEN_EXPIRED("auth.token-expired", 401, "invalid_token"),
  /** The token is malformed, forged, not valid yet, or not of our realm. */
  TOKEN_INVALID("auth.token-invalid", 401, "invalid_token"),
  /** The token was made for somebody else's service. */
  AUDIENCE("auth.audience", 401, "invalid_token"),
  /** A page is still open whose session has ended; sign in again. */
  SESSION_ENDED("auth.session-ended", 401, null),
  /** The realm's keys cannot be had, so no token can be judged now. */
  UNAVAILABLE("auth.unavailable", 503, null);

  private final String code;
  private final int status;
  private final String challenge;

  AuthError(String code, int status, String challenge) {
    this.code = code;
    this.status = status;
    this.challenge = challenge;
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  /** The {@code WWW-Authenticate} header of RFC 6750, section 3. */
  public String challenge() {
    String realm = "Bearer realm=\"heyi\"";
    return challenge == null ? realm : realm + ", error=\"" + challenge + "\"";
  }
}
