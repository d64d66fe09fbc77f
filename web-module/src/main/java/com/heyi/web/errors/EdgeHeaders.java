package com.heyi.web.errors;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that every answer carries, whoever gives it. */
public final class EdgeHeaders {
  /** Name of the header with the content security policy. */
  public static final String POLICY = "Content-Security-Policy";

  private static final String YEAR = "max-age=31536000; includeSubDomains";

  private EdgeHeaders() {}

  /**
   * Sets them, with the policy for answers that load nothing.
   *
   * @param tls whether people reach Heyi by TLS
   */
  public static void set(HttpServletResponse response, boolean tls) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    response.setHeader(
        POLICY,
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'");
    if (tls) {
      response.setHeader("Strict-Transport-Security", YEAR);
    }
  }
}
