package com.heyi.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets by which Heyi knows rows as its own (HMAC-SHA-256). They stand in the file of the
 * {@link SigningKey}, outside the database, each as a PEM block {@code HEYI ROW KEY} of 32 bytes:
 * the one in use first, retired ones after it, for as long as rows made with them are to be
 * checked.
 */
public final class RowKeys {
  /** No key is known: nothing is keyed, and nothing can be checked. */
  public static final RowKeys NONE = new RowKeys(Map.of());

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;
  private static final int ID_DIGITS = 16;
  private static final String BEGIN = "-----BEGIN HEYI ROW KEY-----";
  private static final String END = "-----END HEYI ROW KEY-----";
  private static final Pattern BLOCK = Pattern.compile(BEGIN + "([^-]+)" + END);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, byte[]> keys;

  private RowKeys(Map<String, byte[]> keys) {
    this.keys = keys;
  }

  /**
   * The keys among the blocks of a PEM text.
   *
   * @throws ProofException when one is not of 32 bytes
   */
  static RowKeys parse(String pem) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    Matcher matcher = BLOCK.matcher(pem);
    while (matcher.find()) {
      byte[] key = Base64.getMimeDecoder().decode(matcher.group(1));
      if (key.length != LENGTH) {
        throw new ProofException("a row key has " + key.length + " bytes instead of " + LENGTH);
      }
      keys.put(id(key), key);
    }
    return new RowKeys(keys);
  }

  /** A new key as PEM. */
  static String make() {
    byte[] key = new byte[LENGTH];
    RANDOM.nextBytes(key);
    return BEGIN + "\n" + Base64.getEncoder().encodeToString(key) + "\n" + END + "\n";
  }

  /** Whether there is no key at all. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** What vouches for a row with this hash: id of the key in use, and HMAC; null without a key. */
  String macOfRow(String hash) {
    return mac("heyi-row-1:", hash);
  }

  /** Whether one of the keys made this for a row with this hash. */
  boolean madeForRow(String hash, String mac) {
    return made("heyi-row-1:", hash, mac);
  }

  /** What vouches for a record of another kind; null without a key. */
  String macOf(String kind, List<String> values) {
    return mac(kind + ":", Hashes.of(Link.GENESIS, kind, values));
  }

  /** Whether one of the keys made this for a record of that kind. */
  boolean madeFor(String kind, List<String> values, String mac) {
    return made(kind + ":", Hashes.of(Link.GENESIS, kind, values), mac);
  }

  private String mac(String purpose, String content) {
    if (keys.isEmpty()) {
      return null;
    }
    Map.Entry<String, byte[]> current = keys.entrySet().iterator().next();
    return current.getKey() + ":" + hmac(current.getValue(), purpose + content);
  }

  private boolean made(String purpose, String content, String mac) {
    int colon = mac == null ? -1 : mac.indexOf(':');
    byte[] key = colon < 0 ? null : keys.get(mac.substring(0, colon));
    return key != null
        && MessageDigest.isEqual(
            hmac(key, purpose + content).getBytes(StandardCharsets.US_ASCII),
            mac.substring(colon + 1).getBytes(StandardCharsets.US_ASCII));
  }

  private static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private static String id(byte[] key) {
    MessageDigest digest = Hashes.sha256();
    digest.update("heyi-row-key:".getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest(key)).substring(0, ID_DIGITS);
  }
}
