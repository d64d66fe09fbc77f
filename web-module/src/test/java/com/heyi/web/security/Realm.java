package com.heyi.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm of one's own: keys, tokens, and the address where the public keys are published. */
final class Realm implements AutoCloseable {
  static final String ISSUER = "https://id.example/realms/heyi";
  static final String AUDIENCE = "heyi-api";
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean down;
  private volatile RSAKey key;

  Realm() throws IOException, JOSEException {
    rotate("first");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/certs",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(down ? 503 : 200, down ? -1 : body.length);
          if (!down) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  void rotate(String keyId) throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID(keyId).generate();
  }

  void setDown(boolean down) {
    this.down = down;
  }

  int timesAsked() {
    return asked.get();
  }

  RSAKey key() {
    return key;
  }

  URI certs() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/certs");
  }

  SigningKeys keys(Duration keep, Duration pause) {
    return new SigningKeys(certs(), new SigningKeys.Timing(keep, pause, Duration.ofHours(1)));
  }

  /** The claims of a token that is good in every way. */
  static JWTClaimsSet.Builder goodClaims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(List.of(AUDIENCE, "account"))
        .subject("6c1c")
        .expirationTime(Date.from(NOW.plusSeconds(300)))
        .claim("typ", "Bearer")
        .claim("azp", "heyi-cli")
        .claim("preferred_username", "operator.wang")
        .claim("name", "王芳")
        .claim("groups", List.of("operator", "offline_access"));
  }

  String token(JWTClaimsSet claims) throws JOSEException {
    return token(claims, JOSEObjectType.JWT, key);
  }

  static String token(JWTClaimsSet claims, JOSEObjectType type, RSAKey key) throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(type).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
