package com.heyi.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that a running platform writes to.
 *
 * @param path {@code .heyi} of the checkout, or where HEYI_DATA_DIR says
 * @param software where the unpacked distributions are kept; they outlive {@code --fresh}
 */
public record DataFolder(Path path, Path software) {

  /** A folder that keeps its own software. */
  public DataFolder(Path path) {
    this(path, path.resolve("software"));
  }

  /**
   * A folder for a test, below {@code target}; the unpacked servers are those of {@code ./heyi
   * run}.
   *
   * @param name tells it from the folders of other tests
   */
  public static DataFolder forTest(Home home, String name) {
    return new DataFolder(
        home.root().resolve("target/heyi-" + name), home.data().resolve("software"));
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path payara() {
    return path.resolve("payara");
  }

  Path payaraServerDomains() {
    return path.resolve("payara-server");
  }

  public Path uploads() {
    return path.resolve("uploads");
  }

  Path secrets() {
    return path.resolve("secrets.properties");
  }

  /** The key that signs the heads of the audit trail. */
  Path signingKey() {
    return path.resolve("audit-signing-key.pem");
  }

  /** The key by which the codes of gift cards are kept. */
  Path giftCardKey() {
    return path.resolve("gift-card-key.txt");
  }

  /** Where the signed heads of the audit trail are exported to: outside the database. */
  public Path auditHeads() {
    return path.resolve("audit-heads");
  }

  /** The same for an outside database, which each has a trail of its own. */
  Path auditHeadsOf(String url) {
    return path.resolve("audit-heads-" + url.replaceAll("[^A-Za-z0-9.]+", "-"));
  }

  Path imported() {
    return path.resolve("realm.sha256");
  }

  /** Where {@code id} writes what it has to say. */
  public Path log(String id) {
    return path.resolve("logs").resolve(id + ".log");
  }

  Path pidFile(String id) {
    return path.resolve("run").resolve(id + ".pid");
  }

  Path state() {
    return path.resolve("run").resolve("platform.properties");
  }

  /** Deletes all that a run has made, except the unpacked distributions and the logs. */
  void clear() {
    try {
      for (Path each :
          List.of(
              postgres(),
              payara(),
              payaraServerDomains(),
              uploads(),
              secrets(),
              signingKey(),
              giftCardKey(),
              auditHeads(),
              imported(),
              path.resolve("run"))) {
        Folders.delete(each);
      }
    } catch (IOException e) {
      throw new LauncherException("cannot clear " + path + ": " + Problems.tell(e), e);
    }
  }
}
