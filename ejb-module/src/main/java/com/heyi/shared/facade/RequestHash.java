package com.heyi.shared.facade;

import com.heyi.shared.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a retried request is told from another request under the same key. */
final class RequestHash {
  private RequestHash() {}

  static String of(String action, Object[] arguments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(action.getBytes(StandardCharsets.UTF_8));
      for (Object argument : arguments) {
        digest.update((byte) 0);
        digest.update(Json.write(argument).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
