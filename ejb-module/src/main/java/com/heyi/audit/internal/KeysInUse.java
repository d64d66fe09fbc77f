package com.heyi.audit.internal;

import com.heyi.audit.chain.RowKeys;
import com.heyi.audit.chain.SigningKey;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The row keys of this node, from the file that {@code heyi.audit.signing-key} names, read when the
 * first row is written: before any bean of ours may have started. Whoever changes the file restarts
 * the node.
 */
final class KeysInUse {
  private static volatile RowKeys keys;

  private KeysInUse() {}

  /**
   * The keys; none when no file is set.
   *
   * @throws com.heyi.audit.chain.ProofException when the file cannot be read: rows that cannot be
   *     keyed are not written
   */
  static RowKeys get() {
    RowKeys known = keys;
    if (known == null) {
      known = file().map(file -> SigningKey.read(Path.of(file)).rowKeys()).orElse(RowKeys.NONE);
      keys = known;
    }
    return known;
  }

  private static Optional<String> file() {
    try {
      return ConfigProvider.getConfig().getOptionalValue("heyi.audit.signing-key", String.class);
    } catch (IllegalStateException | NoClassDefFoundError e) {
      // Without a server there are no settings.
      return Optional.empty();
    }
  }
}
