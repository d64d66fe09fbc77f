package com.heyi.launcher;

import com.heyi.shared.file.SecretFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/** The passwords of the embedded database: made up on the first run, readable by their owner. */
final class Secrets {

  private static final int BYTES = 18;

  private final Properties values;

  private Secrets(Properties values) {
    this.values = values;
  }

  /** Reads the file, or makes it. */
  static Secrets in(Path file) {
    Properties values = new Properties();
    try {
      if (Files.exists(file)) {
        try (Reader reader = Files.newBufferedReader(file)) {
          values.load(reader);
        }
        return new Secrets(values);
      }
      SecureRandom random = new SecureRandom();
      for (String name : Set.of("postgres", "heyi_owner", "heyi_app", "keycloak")) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        values.setProperty(name, HexFormat.of().formatHex(bytes));
      }
      StringWriter content = new StringWriter();
      values.store(content, "Passwords of the embedded PostgreSQL, by role");
      SecretFile.make(file, content.toString());
      return new Secrets(values);
    } catch (IOException e) {
      throw new LauncherException("cannot keep secrets in " + file + ": " + Problems.tell(e), e);
    }
  }

  /**
   * @param role a database role
   */
  String of(String role) {
    String value = values.getProperty(role);
    if (value == null) {
      throw new LauncherException(
          "no password for " + role + " in secrets.properties: run ./heyi run --fresh");
    }
    return value;
  }
}
