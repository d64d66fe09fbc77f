package com.heyi.testing;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.function.UnaryOperator;

/** Tokens that look right and are not. Each starts from what a real token says. */
public final class Forged {
  private Forged() {}

  /** Signed by a key of our own that borrows the name of the realm's key. */
  public static String byAnotherKey(String real) {
    return byAnotherKey(real, keyName(real));
  }

  /** Signed by a key that the realm never heard of. */
  public static String byAnUnknownKey(String real) {
    return byAnotherKey(real, "no-such-key");
  }

  /** Not signed at all: algorithm "none". */
  public static String unsigned(String real) {
    String header = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}").toString();
    return header + "." + real.split("\\.")[1] + ".";
  }

  /** Signed with a shared secret instead of a key pair. */
  public static String bySecret(String real) {
    try {
      SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256, keyName(real)), claims(real));
      token.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** The real signature under claims that were changed afterwards. */
  public static String withOtherClaims(String real, UnaryOperator<String> change) {
    String[] parts = real.split("\\.");
    String claims = new Base64URL(parts[1]).decodeToString();
    String changed = change.apply(claims);
    if (changed.equals(claims)) {
      throw new AssertionError("nothing was changed in " + claims);
    }
    return parts[0] + "." + Base64URL.encode(changed) + "." + parts[2];
  }

  private static String byAnotherKey(String real, String keyName) {
    try {
      RSAKey key = new RSAKeyGenerator(2048).keyID(keyName).generate();
      SignedJWT token = new SignedJWT(header(JWSAlgorithm.RS256, keyName), claims(real));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static JWSHeader header(Algorithm algorithm, String keyName) {
    return new JWSHeader.Builder((JWSAlgorithm) algorithm)
        .keyID(keyName)
        .type(com.nimbusds.jose.JOSEObjectType.JWT)
        .build();
  }

  private static String keyName(String real) {
    try {
      return SignedJWT.parse(real).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static JWTClaimsSet claims(String real) {
    try {
      return JWTParser.parse(real).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
