package com.heyi.web.security;

/** A bearer token that does not let its bearer in. The message is for the log, not for him. */
public class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final AuthError error;

  public TokenRefused(AuthError error, String why, Throwable cause) {
    super(why, cause);
    this.error = error;
  }

  public AuthError error() {
    return error;
  }
}
