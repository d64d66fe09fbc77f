package com.heyi.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * The realm's public keys. Fetched when first needed, kept, fetched again when a token names a key
 * that is not among them (so a rotation needs no restart), at most once per pause however many
 * unknown keys are thrown at it, and kept in use for hours while the identity provider is down.
 */
public class SigningKeys {
  private static final int TIMEOUT_MS = 3_000;
  private static final int MAX_BYTES = 100_000;

  private final JWKSource<SecurityContext> source;
  private volatile boolean known;

  /** How long keys are kept and how often they may be asked for. */
  public record Timing(Duration keep, Duration pause, Duration outage) {
    /** Ten minutes, half a minute, four hours. */
    public static final Timing USUAL =
        new Timing(Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofHours(4));
  }

  public SigningKeys(URI address, Timing timing) {
    try {
      var retriever = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES);
      JWKSource<SecurityContext> fetched =
          JWKSourceBuilder.create(address.toURL(), retriever)
              .cache(timing.keep().toMillis(), 2L * TIMEOUT_MS)
              .refreshAheadCache(false)
              .rateLimited(timing.pause().toMillis())
              .retrying(true)
              .outageTolerant(timing.outage().toMillis())
              .build();
      this.source =
          (selector, context) -> {
            var found = fetched.get(selector, context);
            known = true;
            return found;
          };
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("No address of keys: " + address, e);
    }
  }

  /** Whether the keys have been had at least once since the start. */
  public boolean known() {
    return known;
  }

  /** Whether keys are at hand now, fetching them if need be. */
  public boolean available() {
    try {
      return !source.get(new JWKSelector(new JWKMatcher.Builder().build()), null).isEmpty();
    } catch (KeySourceException e) {
      return false;
    }
  }

  JWKSource<SecurityContext> source() {
    return source;
  }
}
