package com.heyi.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A real Keycloak with the realm {@code heyi}. The realm is imported when the database has none;
 * later changes by people stay.
 */
public final class KeycloakProcess implements AutoCloseable {

  /** The administrator of Keycloak itself, in the demo. */
  public static final String ADMIN_USER = "keycloak-admin";

  /** The password of {@link #ADMIN_USER}, in the demo. */
  public static final String ADMIN_PASSWORD = "Heyi-keycloak-1!";

  static final String ID = "keycloak";

  private static final String BUILT = "heyi-built";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long BUILD_PATIENCE_SECONDS = 300;

  private final Child child;
  private final int port;

  private KeycloakProcess(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /**
   * Starts the process and comes back at once; see {@link #awaitReady()}.
   *
   * @param bindAddress where it listens
   */
  public static KeycloakProcess launch(
      Home home, DataFolder data, KeycloakStore store, String bindAddress, int port) {
    try {
      Path server = prepare(home, data);
      Path imports = Files.createDirectories(server.resolve("data/import"));
      Files.copy(
          home.realm(), imports.resolve("heyi-realm.json"), StandardCopyOption.REPLACE_EXISTING);
      Map<String, String> environment = new TreeMap<>();
      environment.put("KC_DB_URL", store.url());
      environment.put("KC_DB_USERNAME", store.login().user());
      environment.put("KC_DB_PASSWORD", store.login().password());
      environment.put("KC_DB_SCHEMA", store.schema());
      environment.put("KC_DB_POOL_MAX_SIZE", "20");
      environment.put("KC_CACHE", "local");
      environment.put("KC_HTTP_ENABLED", "true");
      environment.put("KC_HTTP_HOST", bindAddress);
      environment.put("KC_HTTP_PORT", Integer.toString(port));
      environment.put("KC_HOSTNAME", base(port).toString());
      environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN_USER);
      environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
      Child child =
          Child.start(
              "Keycloak",
              ID,
              command(server, "start", "--optimized", "--import-realm"),
              environment,
              data.path(),
              data);
      return new KeycloakProcess(child, port);
    } catch (IOException e) {
      throw new LauncherException("cannot start Keycloak: " + Problems.tell(e), e);
    }
  }

  /** Whether this version is unpacked and its build-time options are fixed. */
  static boolean isPrepared(Home home, DataFolder data) {
    return Files.exists(folder(home, data).resolve(BUILT));
  }

  private static Path folder(Home home, DataFolder data) {
    return data.software().resolve(home.keycloakZip().getFileName().toString().replace(".zip", ""));
  }

  /** Unpacks Keycloak and fixes its build-time options, once for each version. */
  static Path prepare(Home home, DataFolder data) throws IOException {
    Path server =
        Archives.once(folder(home, data), part -> Archives.unzip(home.keycloakZip(), part));
    Path built = server.resolve(BUILT);
    if (Files.exists(built)) {
      return server;
    }
    synchronized (KeycloakProcess.class) {
      try (FileChannel channel =
              FileChannel.open(
                  server.resolveSibling(server.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(built)) {
          Path log = Child.freshLog(data, "keycloak-build");
          List<String> build = command(server, "build", "--db=postgres");
          if (Commands.run(build, Map.of(), log, BUILD_PATIENCE_SECONDS) != 0) {
            throw new LauncherException(
                "Keycloak could not be prepared; its log " + log, Child.tail(log));
          }
          Files.createFile(built);
        }
      }
    }
    return server;
  }

  /** What bin/kc.sh does, less the shell: one process, whose number we know. */
  private static List<String> command(Path server, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Commands.java(),
                "-Xms64m",
                "-Xmx512m",
                // quick to start matters more here than the last bit of speed under load
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=96M",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + server,
                "-Djboss.server.config.dir=" + server.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                server.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    command.addAll(List.of(words));
    return command;
  }

  /**
   * Whether the realm file differs from the one that the kept database was filled from. On a
   * database that is not yet filled, remembers the file.
   */
  static boolean realmChangedSinceImport(Home home, DataFolder data) {
    try {
      String now =
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(home.realm())));
      if (!Files.exists(data.imported())) {
        Files.createDirectories(data.path());
        Files.writeString(data.imported(), now);
        return false;
      }
      return !Files.readString(data.imported()).strip().equals(now);
    } catch (IOException e) {
      throw new LauncherException("cannot read the realm file: " + Problems.tell(e), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static URI base(int port) {
    return URI.create("http://localhost:" + port);
  }

  /** The issuer of the tokens of realm heyi. */
  public static URI issuer(int port) {
    return base(port).resolve("/realms/heyi");
  }

  /** Waits until the realm answers. */
  public void awaitReady() {
    URI discovery = URI.create(issuer(port) + "/.well-known/openid-configuration");
    child.awaitReady(() -> Web.status(discovery) == 200, PATIENCE);
  }

  Child child() {
    return child;
  }

  CompletableFuture<Process> onExit() {
    return child.onExit();
  }

  @Override
  public void close() {
    child.stop();
  }
}
