package com.heyi.shared.facade;

import com.heyi.shared.json.Json;
import com.heyi.shared.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The hash by which a retried request is told from another request under the same key. */
final class RequestHash {
  private RequestHash() {}

  static String of(String action, Object[] arguments) {
    MessageDigest digest = Sha256.digest();
    digest.update(action.getBytes(StandardCharsets.UTF_8));
    for (Object argument : arguments) {
      digest.update((byte) 0);
      digest.update(Json.write(argument).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
