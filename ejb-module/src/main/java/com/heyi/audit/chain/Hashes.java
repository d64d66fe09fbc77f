package com.heyi.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over a previous hash and a list of values, each with its length in bytes before it:
 * {@code 3:abc}, and {@code ~} for null. So no two lists have the same form, and null is not empty
 * text.
 */
final class Hashes {
  private static final byte[] NULL = {'~'};

  private Hashes() {}

  static String of(String previous, String kind, List<String> values) {
    MessageDigest digest = sha256();
    digest.update(previous.getBytes(StandardCharsets.US_ASCII));
    add(digest, kind);
    values.forEach(value -> add(digest, value));
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String value) {
    if (value == null) {
      digest.update(NULL);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
