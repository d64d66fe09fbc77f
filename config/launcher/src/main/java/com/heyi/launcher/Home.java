package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the pieces of a checked-out and built Heyi lie.
 *
 * @param root the folder with the script {@code heyi}
 */
public record Home(Path root) {

  /** The system property that names the root, set by the script. */
  public static final String PROPERTY = "heyi.home";

  /**
   * Finds the root: from the system property {@value #PROPERTY}, else the nearest parent folder of
   * the current one that holds {@code config/keycloak/heyi-realm.json}.
   *
   * @throws LauncherException when there is none
   */
  public static Home find() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return new Home(Path.of(named).toAbsolutePath().normalize());
    }
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("config/keycloak/heyi-realm.json"))) {
        return new Home(folder);
      }
    }
    throw new LauncherException("no Heyi checkout at or above " + start);
  }

  /** The folder that the running platform writes to unless told otherwise. */
  public Path data() {
    return root.resolve(".heyi");
  }

  public Path realm() {
    return root.resolve("config/keycloak/heyi-realm.json");
  }

  public Path demoData() {
    return root.resolve("config/demo");
  }

  public Path war() {
    return root.resolve("web-module/target/heyi.war");
  }

  public Path ear() {
    return root.resolve("ear/target/heyi.ear");
  }

  public Path payaraMicro() {
    return distribution("payara-micro-", ".jar");
  }

  public Path keycloakZip() {
    return distribution("keycloak-quarkus-dist-", ".zip");
  }

  public Path payaraServerZip() {
    return distribution("payara-6", ".zip");
  }

  private Path distribution(String prefix, String suffix) {
    Path folder = root.resolve("config/launcher/target/dist");
    Path newest = null;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, prefix + "*" + suffix)) {
        for (Path file : found) {
          if (newest == null || file.compareTo(newest) > 0) {
            newest = file;
          }
        }
      } catch (IOException e) {
        throw new LauncherException("cannot read " + folder + ": " + e.getMessage(), e);
      }
    }
    if (newest == null) {
      throw new LauncherException(
          "no " + prefix + "*" + suffix + " in " + folder + ": build first");
    }
    return newest;
  }
}
