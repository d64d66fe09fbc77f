package com.heyi.web.limits;

/**
 * What a client may do so many times a minute. A client who has used up one budget still has the
 * others.
 */
public enum Budget {
  /** Calls that nobody vouches for: without a token, with a bad one, or on the way to sign in. */
  SIGNED_OUT("signed-out", 600),
  /** What is open to everybody: static files, metrics, descriptions. */
  OPEN("open", 6_000),
  /** Whether the server lives: who watches must not be kept out by who loads pages beside him. */
  HEALTH("health", 600),
  /** Reading. */
  READS("reads", 12_000),
  /** Changing; every POST of REST, SOAP and pages counts as one. */
  CHANGES("changes", 6_000),
  /** Sending whole files. */
  UPLOADS("uploads", 60);

  private final String key;
  private final long perMinute;

  Budget(String key, long perMinute) {
    this.key = key;
    this.perMinute = perMinute;
  }

  /** Its name in settings and in answers. */
  public String key() {
    return key;
  }

  /** Calls per minute and client unless configured otherwise. */
  public long perMinute() {
    return perMinute;
  }
}
