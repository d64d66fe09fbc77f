package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.shared.facade.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private Realm realm;
  private TokenVerifier verifier;

  @BeforeEach
  void openRealm() throws IOException, JOSEException {
    realm = new Realm();
    verifier = verifier(LONG, Duration.ofMillis(1));
  }

  @AfterEach
  void closeRealm() {
    realm.close();
  }

  @Test
  void aGoodTokenNamesItsBearerAndHisHeyiRolesOnly() throws Exception {
    Identity identity = verifier.verify(realm.token(Realm.goodClaims().build()));

    assertThat(identity)
        .isEqualTo(new Identity("operator.wang", "王芳", java.util.Set.of(Role.OPERATOR), null));
  }

  @Test
  void aBranchSystemIsNamedByItsClientAndCarriesItsBranch() throws Exception {
    JWTClaimsSet claims =
        Realm.goodClaims()
            .claim("preferred_username", "service-account-branch-b0101")
            .claim("azp", "branch-b0101")
            .claim("name", null)
            .claim("groups", List.of("branch-system"))
            .claim("branch", "B0101")
            .build();

    assertThat(verifier.verify(realm.token(claims)))
        .isEqualTo(
            new Identity("branch-b0101", "branch-b0101", java.util.Set.of(Role.BRANCH), "B0101"));
  }

  @Test
  void aPersonCannotPoseAsTheServiceAccountOfAnotherClient() throws Exception {
    JWTClaimsSet claims =
        Realm.goodClaims().claim("preferred_username", "service-account-branch-b0101").build();

    assertThat(verifier.verify(realm.token(claims)).user())
        .isEqualTo("service-account-branch-b0101");
  }

  @Test
  void anAlteredPayloadIsRefused() throws Exception {
    String[] parts = realm.token(Realm.goodClaims().build()).split("\\.");
    String[] other =
        realm.token(Realm.goodClaims().claim("groups", List.of("auditor")).build()).split("\\.");

    refused(parts[0] + "." + other[1] + "." + parts[2], AuthError.TOKEN_INVALID);
  }

  @Test
  void aForeignKeyUnderAKnownIdIsRefused() throws Exception {
    var foreign = new RSAKeyGenerator(2048).keyID(realm.key().getKeyID()).generate();

    refused(
        Realm.token(Realm.goodClaims().build(), JOSEObjectType.JWT, foreign),
        AuthError.TOKEN_INVALID);
  }

  @Test
  void anUnsignedTokenIsRefused() {
    refused(new PlainJWT(Realm.goodClaims().build()).serialize(), AuthError.TOKEN_INVALID);
  }

  @Test
  void thePublicKeyAsAnHmacSecretIsRefused() throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .keyID(realm.key().getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, Realm.goodClaims().build());
    token.sign(new MACSigner(realm.key().toRSAPublicKey().getEncoded()));

    refused(token.serialize(), AuthError.TOKEN_INVALID);
  }

  @Test
  void anAlgorithmThatIsNotPinnedIsRefusedEvenWithTheRightKey() throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS512)
            .keyID(realm.key().getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, Realm.goodClaims().build());
    token.sign(new RSASSASigner(realm.key()));

    refused(token.serialize(), AuthError.TOKEN_INVALID);
  }

  @Test
  void aKeyThatTheTokenBringsAlongIsNotBelieved() throws Exception {
    var own = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID("own")
            .jwk(own.toPublicJWK())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, Realm.goodClaims().build());
    token.sign(new ECDSASigner(own));

    refused(token.serialize(), AuthError.TOKEN_INVALID);
  }

  @Test
  void anotherIssuerIsRefused() throws Exception {
    refused(Realm.goodClaims().issuer("https://id.example/realms/master"), AuthError.TOKEN_INVALID);
  }

  @Test
  void anotherAudienceIsToldApart() throws Exception {
    refused(Realm.goodClaims().audience("account"), AuthError.AUDIENCE);
    refused(Realm.goodClaims().audience((String) null), AuthError.AUDIENCE);
  }

  @Test
  void anExpiredTokenIsToldApartWithSomeSecondsOfGrace() throws Exception {
    Date withinGrace = Date.from(Realm.NOW.minus(TokenVerifier.SKEW).plusSeconds(1));
    Date beyond = Date.from(Realm.NOW.minus(TokenVerifier.SKEW));

    verifier.verify(realm.token(Realm.goodClaims().expirationTime(withinGrace).build()));
    refused(Realm.goodClaims().expirationTime(beyond), AuthError.TOKEN_EXPIRED);
  }

  @Test
  void aTokenThatNeverExpiresIsRefused() throws Exception {
    refused(Realm.goodClaims().expirationTime(null), AuthError.TOKEN_INVALID);
  }

  @Test
  void aTokenOfTheFutureIsRefused() throws Exception {
    Date soon = Date.from(Realm.NOW.plus(TokenVerifier.SKEW));
    Date later = Date.from(Realm.NOW.plus(TokenVerifier.SKEW).plusSeconds(1));

    verifier.verify(realm.token(Realm.goodClaims().notBeforeTime(soon).build()));
    refused(Realm.goodClaims().notBeforeTime(later), AuthError.TOKEN_INVALID);
  }

  @Test
  void anIdTokenIsNoWayIn() throws Exception {
    refused(Realm.goodClaims().claim("typ", "ID"), AuthError.TOKEN_INVALID);
  }

  @Test
  void aTokenOfAnotherTypeIsRefused() throws Exception {
    JWTClaimsSet claims = Realm.goodClaims().build();

    verifier.verify(Realm.token(claims, new JOSEObjectType("at+jwt"), realm.key()));
    refused(
        Realm.token(claims, new JOSEObjectType("logout+jwt"), realm.key()),
        AuthError.TOKEN_INVALID);
  }

  @Test
  void aMalformedBranchIsRefusedRatherThanDropped() throws Exception {
    refused(Realm.goodClaims().claim("branch", "B01' OR 1=1"), AuthError.TOKEN_INVALID);
  }

  @Test
  void garbageIsRefused() {
    refused("", AuthError.TOKEN_INVALID);
    refused("a.b.c", AuthError.TOKEN_INVALID);
    refused("x".repeat(10_000), AuthError.TOKEN_INVALID);
  }

  @Test
  void aRotatedKeyIsFetchedWithoutARestart() throws Exception {
    verifier.verify(realm.token(Realm.goodClaims().build()));
    realm.rotate("second");
    Thread.sleep(5);

    assertThat(verifier.verify(realm.token(Realm.goodClaims().build())).user())
        .isEqualTo("operator.wang");
    assertThat(realm.timesAsked()).isEqualTo(2);
  }

  @Test
  void aFloodOfUnknownKeysDoesNotFloodTheRealm() throws Exception {
    verifier = verifier(LONG, Duration.ofMinutes(5));
    verifier.verify(realm.token(Realm.goodClaims().build()));
    for (int i = 0; i < 50; i++) {
      var foreign = new ECKeyGenerator(Curve.P_256).keyID("foreign" + i).generate();
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .keyID(foreign.getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
      SignedJWT token = new SignedJWT(header, Realm.goodClaims().build());
      token.sign(new ECDSASigner(foreign));
      refused(token.serialize(), AuthError.TOKEN_INVALID);
    }

    assertThat(realm.timesAsked()).isLessThanOrEqualTo(2);
  }

  @Test
  void anOutageOfTheRealmLocksNobodyOutWhoseKeyIsKnown() throws Exception {
    verifier = verifier(Duration.ofMillis(50), Duration.ofMillis(1));
    verifier.verify(realm.token(Realm.goodClaims().build()));
    realm.setDown(true);
    Thread.sleep(100);

    assertThat(verifier.verify(realm.token(Realm.goodClaims().jwtID("another").build())).user())
        .isEqualTo("operator.wang");
    assertThat(realm.timesAsked()).as("asked again in vain").isGreaterThan(1);
  }

  @Test
  void beforeTheKeysHaveEverBeenHadTheServiceIsUnavailableAndTheTokenNotBlamed() throws Exception {
    realm.setDown(true);
    refused(Realm.goodClaims(), AuthError.UNAVAILABLE);

    realm.setDown(false);
    Thread.sleep(5);
    verifier.verify(realm.token(Realm.goodClaims().build()));
  }

  @Test
  void aTokenThatWasFoundGoodIsTakenAtItsWordForAMinuteAndNoLonger() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Realm.NOW);
    verifier = verifier(Duration.ofMillis(50), Duration.ofMillis(1), clock(now::get));
    String token = realm.token(Realm.goodClaims().build());
    Identity first = verifier.verify(token);
    realm.rotate("second");
    Thread.sleep(100);

    now.set(Realm.NOW.plus(TokenVerifier.TRUST).minusMillis(1));
    assertThat(verifier.verify(token)).isEqualTo(first);
    assertThat(realm.timesAsked()).isEqualTo(1);

    now.set(Realm.NOW.plus(TokenVerifier.TRUST));
    refused(token, AuthError.TOKEN_INVALID);
  }

  @Test
  void aTokenThatExpiresWhileItIsTrustedIsRefused() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Realm.NOW);
    verifier = verifier(LONG, Duration.ofMillis(1), clock(now::get));
    Instant end = Realm.NOW.plusSeconds(10).minus(TokenVerifier.SKEW);
    String token = realm.token(Realm.goodClaims().expirationTime(Date.from(end)).build());
    verifier.verify(token);

    now.set(Realm.NOW.plusSeconds(10));
    refused(token, AuthError.TOKEN_EXPIRED);
  }

  private void refused(JWTClaimsSet.Builder claims, AuthError why) throws JOSEException {
    refused(realm.token(claims.build()), why);
  }

  private void refused(String token, AuthError why) {
    TokenRefused refused = catchThrowableOfType(TokenRefused.class, () -> verifier.verify(token));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.error()).isEqualTo(why);
  }

  private static Clock clock(InstantSource now) {
    return now.withZone(ZoneOffset.UTC);
  }

  private TokenVerifier verifier(Duration keep, Duration pause) {
    return verifier(keep, pause, Clock.fixed(Realm.NOW, ZoneOffset.UTC));
  }

  private TokenVerifier verifier(Duration keep, Duration pause, Clock clock) {
    return new TokenVerifier(realm.keys(keep, pause), Realm.ISSUER, Realm.AUDIENCE, clock);
  }
}
