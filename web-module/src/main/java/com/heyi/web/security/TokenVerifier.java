package com.heyi.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.heyi.shared.value.Sha256;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Judges a bearer token: signature by the realm's keys, issuer, audience, time, algorithm and kind.
 * The algorithms are pinned to asymmetric ones, so that neither {@code none} nor a public key
 * misused as an HMAC secret gets through (RFC 8725, section 3.1).
 *
 * <p>A system sends the same token with every call. One that was found good is not judged anew for
 * {@link #TRUST}, but for what changes with time: so a key that the realm withdraws lets a token in
 * for that much longer. Tokens themselves are not kept, only their hashes.
 */
public class TokenVerifier {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  /** How far the clocks of the identity provider and of this machine may stand apart. */
  static final Duration SKEW = Duration.ofSeconds(30);

  /** For how long the signature of a token is not looked at again. */
  static final Duration TRUST = Duration.ofMinutes(1);

  private static final int MOST_TRUSTED = 10_000;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final SigningKeys keys;
  private final String issuer;
  private final String audience;
  private final Clock clock;
  private final Cache<ByteBuffer, Vouched> trusted;

  /** What a good token says. */
  private record Vouched(JWTClaimsSet claims, Identity identity) {}

  public TokenVerifier(SigningKeys keys, String issuer, String audience, Clock clock) {
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audience;
    this.clock = clock;
    this.trusted =
        Caffeine.newBuilder()
            .maximumSize(MOST_TRUSTED)
            .expireAfterWrite(TRUST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.instant().toEpochMilli()))
            .build();
    JWKSource<SecurityContext> source = keys.source();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
    processor.setJWTClaimsSetVerifier((claims, context) -> judge(claims));
  }

  /**
   * The identity that the token vouches for.
   *
   * @throws TokenRefused with the reason, when it vouches for none
   */
  public Identity verify(String token) throws TokenRefused {
    ByteBuffer hash =
        ByteBuffer.wrap(Sha256.digest().digest(token.getBytes(StandardCharsets.UTF_8)));
    try {
      Vouched known = trusted.getIfPresent(hash);
      if (known != null) {
        judge(known.claims());
        return known.identity();
      }
      JWTClaimsSet claims = processor.process(token, null);
      Vouched vouched = new Vouched(claims, Identity.ofClaims(claims.getClaims()));
      trusted.put(hash, vouched);
      return vouched.identity();
    } catch (ClaimRefused e) {
      throw new TokenRefused(e.error, e.getMessage(), e);
    } catch (KeySourceException e) {
      throw keys.known()
          ? new TokenRefused(AuthError.TOKEN_INVALID, "signed by an unknown key", e)
          : new TokenRefused(AuthError.UNAVAILABLE, "the realm's keys cannot be had", e);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw new TokenRefused(AuthError.TOKEN_INVALID, e.getMessage(), e);
    }
  }

  private void judge(JWTClaimsSet claims) throws ClaimRefused {
    Instant now = clock.instant();
    if (!issuer.equals(claims.getIssuer())) {
      throw new ClaimRefused(AuthError.TOKEN_INVALID, "issued by " + claims.getIssuer());
    }
    Date expires = claims.getExpirationTime();
    if (expires == null) {
      throw new ClaimRefused(AuthError.TOKEN_INVALID, "never expires");
    }
    if (!expires.toInstant().plus(SKEW).isAfter(now)) {
      throw new ClaimRefused(AuthError.TOKEN_EXPIRED, "expired at " + expires.toInstant());
    }
    Date notBefore = claims.getNotBeforeTime();
    if (notBefore != null && notBefore.toInstant().minus(SKEW).isAfter(now)) {
      throw new ClaimRefused(AuthError.TOKEN_INVALID, "not valid before " + notBefore.toInstant());
    }
    // Keycloak names the kind of token in a claim; an ID or refresh token is no way in.
    Object kind = claims.getClaim("typ");
    if (kind != null && !"Bearer".equals(kind)) {
      throw new ClaimRefused(AuthError.TOKEN_INVALID, "a token of kind " + kind);
    }
    if (!claims.getAudience().contains(audience)) {
      throw new ClaimRefused(AuthError.AUDIENCE, "made for " + claims.getAudience());
    }
  }

  private static final class ClaimRefused extends BadJWTException {
    private static final long serialVersionUID = 1L;
    private final AuthError error;

    ClaimRefused(AuthError error, String why) {
      super(why);
      this.error = error;
    }
  }
}
